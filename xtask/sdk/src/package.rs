//! An unpacked npm package.

use serde_json::Value;

use crate::spaces::PACKAGES;

/// What `package.json` says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    /// As `@zoom/videosdk`.
    pub name: String,
    /// As `2.5.0`.
    pub version: String,
}

impl Manifest {
    /// Reads a `package.json`.
    ///
    /// # Errors
    /// Why it is not that of a package that can be compared, and what to do.
    pub fn read(text: &str) -> Result<Self, String> {
        let json: Value =
            serde_json::from_str(text).map_err(|error| format!("no JSON: {error}"))?;
        let word = |key: &str| json.get(key).and_then(Value::as_str);
        let (Some(name), Some(version)) = (word("name"), word("version")) else {
            return Err("it states no `name` and `version`".to_owned());
        };
        let known = PACKAGES.map(|(name, _)| name);
        if !known.contains(&name) {
            return Err(format!(
                "it is that of `{}`; the packages compared are {}",
                name.escape_debug(),
                known.join(" and ")
            ));
        }
        let plain = |c: char| c.is_ascii_alphanumeric() || ".-+".contains(c);
        if version.is_empty() || !version.chars().all(plain) {
            return Err(format!("`{}` is no version", version.escape_debug()));
        }
        Ok(Self {
            name: name.to_owned(),
            version: version.to_owned(),
        })
    }
}

/// One text file of a package.
#[derive(Clone, Debug)]
pub struct File {
    /// Its path inside the package, with `/`.
    pub name: String,
    /// What it holds.
    pub text: String,
}

impl File {
    /// Whether it declares types.
    pub(crate) fn is_declaration(&self) -> bool {
        self.name.ends_with(".d.ts")
    }
}

/// An unpacked npm package, as far as it is compared.
#[derive(Clone, Debug)]
pub struct Package {
    /// What it is.
    pub manifest: Manifest,
    /// Type declarations and bundles.
    pub files: Vec<File>,
}

#[cfg(test)]
mod tests {
    use super::Manifest;

    #[test]
    fn a_manifest_names_a_known_package() {
        let manifest = Manifest::read(r#"{"name": "@zoom/videosdk", "version": "9.1.0"}"#).unwrap();
        assert_eq!(manifest.version, "9.1.0");
        for wrong in [
            "",
            "[]",
            r#"{"name": "@zoom/rtms", "version": "1.0.0"}"#,
            r#"{"name": "@zoom/videosdk"}"#,
            r#"{"name": "@zoom/videosdk", "version": "1 \n0"}"#,
        ] {
            assert!(Manifest::read(wrong).is_err(), "{wrong}");
        }
    }
}
