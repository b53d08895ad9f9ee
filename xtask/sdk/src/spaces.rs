//! Which catalogs a package is held against, and which list of it belongs to which.

use std::collections::HashMap;

use xtask_pages::outline::{EntryOutline, Outline};

use crate::facts::{List, Member};

/// How a catalog belongs to a package.
pub(crate) struct Role {
    pub(crate) catalog: &'static str,
    /// The declared list of its codes, where there is one.
    pub(crate) declared: Option<&'static str>,
    /// Whether its codes are those of this package: then the package has each of them.
    pub(crate) is_own: bool,
    /// Whether codes reach the package in other ways than by lists: from a server, for instance.
    pub(crate) is_open: bool,
}

const fn role(catalog: &'static str, declared: Option<&'static str>) -> Role {
    Role {
        catalog,
        declared,
        is_own: true,
        is_open: false,
    }
}

const VIDEO: [Role; 4] = [
    role("video_sdk_web", Some("ExceptionCode")),
    role("video_sdk_web_media_failed", Some("ActiveMediaFailedCode")),
    role(
        "video_sdk_web_camera_control_declined",
        Some("FarEndCameraControlDeclinedReason"),
    ),
    role("video_sdk_web_crc", Some("CRCReturnCode")),
];

const MEETING: [Role; 5] = [
    Role {
        is_open: true,
        ..role("meeting_sdk_web", None)
    },
    role("meeting_sdk_web_leave", Some("reasonCode")),
    role("meeting_sdk_web_component_leave", None),
    // Component View is built on the Video SDK and raises its exceptions.
    Role {
        is_own: false,
        ..role("video_sdk_web", Some("ExceptionCode"))
    },
    Role {
        is_own: false,
        ..role(
            "video_sdk_web_camera_control_declined",
            Some("FarEndCameraControlDeclinedReason"),
        )
    },
];

/// The packages that are compared, each with its catalogs, the main one first.
pub(crate) const PACKAGES: [(&str, &[Role]); 2] =
    [("@zoom/videosdk", &VIDEO), ("@zoom/meetingsdk", &MEETING)];

/// The catalogs of a package.
pub(crate) fn roles(package: &str) -> &'static [Role] {
    let found = PACKAGES.iter().find(|(name, _)| *name == package);
    found.map_or(&[], |(_, roles)| roles)
}

/// Whether some package is held against a catalog, by its id.
#[must_use]
pub fn is_held(catalog: &str) -> bool {
    let mut roles = PACKAGES.iter().flat_map(|(_, roles)| *roles);
    roles.any(|role| role.catalog == catalog)
}

/// A catalog that a package is held against.
pub(crate) struct Space<'a> {
    pub(crate) role: &'static Role,
    pub(crate) outline: &'a Outline,
    names: HashMap<&'a str, i32>,
}

impl<'a> Space<'a> {
    pub(crate) fn new(role: &'static Role, outline: &'a Outline) -> Self {
        let mut names = HashMap::new();
        for entry in &outline.entries {
            for name in constants(entry) {
                names.entry(name).or_insert(entry.code.value);
            }
        }
        Self {
            role,
            outline,
            names,
        }
    }

    /// The code that has a constant.
    pub(crate) fn code_of(&self, name: &str) -> Option<i32> {
        self.names.get(name).copied()
    }

    fn has(&self, member: &Member) -> bool {
        self.code_of(&member.name) == Some(member.number)
    }

    /// How many members of a list the catalog has, if the list is of its codes.
    fn fit(&self, list: &List) -> Option<usize> {
        let fit = list
            .members
            .iter()
            .filter(|member| self.has(member))
            .count();
        let is_named =
            list.declared && list.name.is_some() && list.name.as_deref() == self.role.declared;
        let most = fit * 2 > list.members.len();
        // Two of three names such as `None` and `Stop` may be chance; five are not.
        let enough = fit >= 5 || fit == list.members.len().max(3);
        (is_named || most && enough).then_some(fit)
    }
}

/// The constants of an entry.
pub(crate) fn constants(entry: &EntryOutline) -> impl Iterator<Item = &str> {
    let name = entry.name.iter().map(|name| name.value.as_str());
    name.chain(entry.aliases.iter().map(String::as_str))
}

/// The catalog whose codes a list has, as an index.
pub(crate) fn space_of(list: &List, spaces: &[Space<'_>]) -> Option<usize> {
    let fits = spaces.iter().enumerate();
    let fits = fits.filter_map(|(at, space)| Some((space.fit(list)?, at)));
    fits.max_by_key(|(fit, at)| (*fit, usize::MAX - at))
        .map(|(_, at)| at)
}
