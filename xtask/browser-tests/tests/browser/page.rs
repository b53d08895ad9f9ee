//! A page in a browser window, as a person uses it.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use fantoccini::{Client, Locator};
use http::Method;
use serde_json::{Value, json};
use url::Url;

/// Why a test failed.
pub(crate) type Failure = Box<dyn std::error::Error + Send + Sync>;

/// What a test comes to.
pub(crate) type Outcome<T = ()> = Result<T, Failure>;

/// Fails with a text unless a condition holds.
macro_rules! ensure {
    ($condition:expr, $($text:tt)+) => {
        if !$condition {
            return Err(format!($($text)+).into());
        }
    };
}
pub(crate) use ensure;

/// A file that is open in a browser window.
#[derive(Clone)]
pub(crate) struct Page {
    pub(crate) client: Client,
    file: Url,
    /// What the addresses of its own requests begin with.
    home: String,
}

/// A file, and the folder or the file itself that it may load from.
pub(crate) struct Place {
    pub(crate) file: PathBuf,
    pub(crate) home: PathBuf,
}

impl Page {
    /// Opens a file from disk.
    pub(crate) async fn open(client: Client, place: &Place) -> Outcome<Self> {
        let page = Self {
            client,
            file: address(&place.file)?,
            home: address(&place.home)?.into(),
        };
        page.visit("").await?;
        Ok(page)
    }

    /// Loads the file anew, at a place such as `#meeting_sdk_web/3712`.
    pub(crate) async fn visit(&self, place: &str) -> Outcome {
        // A mere change of the fragment would not load the page.
        self.client.goto("about:blank").await?;
        self.client.goto(&format!("{}{place}", self.file)).await?;
        Ok(())
    }

    /// The fragment of the address.
    pub(crate) async fn place(&self) -> Outcome<String> {
        let url = self.client.current_url().await?;
        Ok(url.fragment().unwrap_or_default().to_owned())
    }

    /// Types into whatever has the focus, as a keyboard does.
    pub(crate) async fn keys(&self, text: &str) -> Outcome {
        let focused = self.client.active_element().await?;
        Ok(focused.send_keys(text).await?)
    }

    /// Puts a text in the place of what the search box holds.
    pub(crate) async fn search(&self, text: &str) -> Outcome {
        let search = self.client.find(Locator::Id("search")).await?;
        search.clear().await?;
        Ok(search.send_keys(text).await?)
    }

    /// Clicks the first element that a selector finds.
    pub(crate) async fn click(&self, selector: &str) -> Outcome {
        let element = self.client.find(Locator::Css(selector)).await?;
        Ok(element.click().await?)
    }

    /// What an expression gives in the page.
    pub(crate) async fn value(&self, expression: &str) -> Outcome<Value> {
        let script = format!("return ({expression});");
        Ok(self.client.execute(&script, Vec::new()).await?)
    }

    /// Waits until all of a result shows.
    async fn settle(&self) -> Outcome {
        let settled = "new Promise((done) => {
            const look = () =>
                document.querySelector('[aria-busy=true]') ? setTimeout(look) : done();
            look();
        })";
        self.value(settled).await?;
        Ok(())
    }

    /// The addresses of the codes that show, in order.
    pub(crate) async fn shown(&self) -> Outcome<Vec<String>> {
        self.settle().await?;
        let ids = "Array.from(document.querySelectorAll('#codes > article'), (code) => code.id)";
        Ok(serde_json::from_value(self.value(ids).await?)?)
    }

    /// The addresses of all results, once they are unfolded.
    pub(crate) async fn results(&self) -> Outcome<Vec<String>> {
        self.settle().await?;
        // Nothing of a list that does not show is laid out at each step.
        let unfold = "((list, more) => {
            list.hidden = true;
            while (!more.hidden) more.click();
            list.hidden = false;
        })(document.getElementById('codes'), document.getElementById('more'))";
        self.value(unfold).await?;
        self.shown().await
    }

    /// The text of an element that shows.
    pub(crate) async fn text(&self, selector: &str) -> Outcome<String> {
        self.settle().await?;
        Ok(self
            .client
            .find(Locator::Css(selector))
            .await?
            .text()
            .await?)
    }

    /// Waits until the fragment of the address is this one.
    pub(crate) async fn wait_for_place(&self, place: &str) -> Outcome {
        for _ in 0..100 {
            if self.place().await? == place {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Err(format!("the address is `{}`, not `{place}`", self.place().await?).into())
    }

    /// Fails if the console holds a warning or an error, or if a request left the page.
    pub(crate) async fn is_clean(&self) -> Outcome {
        for entry in self.log("browser").await? {
            let quiet = matches!(entry["level"].as_str(), Some("INFO" | "DEBUG"));
            ensure!(quiet, "the console says {entry}");
        }
        let mut asked = HashMap::new();
        for entry in self.log("performance").await? {
            let event: Value = serde_json::from_str(entry["message"].as_str().unwrap_or_default())?;
            let parameters = &event["message"]["params"];
            let id = parameters["requestId"].to_string();
            if let Some(url) = parameters["request"]["url"].as_str() {
                asked.insert(id, url.to_owned());
            } else if parameters["blockedReason"] == "csp" {
                asked.remove(&id);
            }
        }
        for url in asked.values() {
            let own = url.starts_with("data:") || url.starts_with(&self.home);
            ensure!(own, "the page asks for {url}");
        }
        Ok(())
    }

    /// What the browser has noted since this was last asked.
    pub(crate) async fn log(&self, kind: &'static str) -> Outcome<Vec<Value>> {
        let log = self.client.issue_cmd(Extension {
            path: "se/log",
            body: json!({ "type": kind }),
        });
        Ok(serde_json::from_value(log.await?)?)
    }

    /// Sends a command of the Chrome DevTools Protocol.
    pub(crate) async fn devtools(&self, command: &str, parameters: Value) -> Outcome<Value> {
        let sent = self.client.issue_cmd(Extension {
            path: "goog/cdp/execute",
            body: json!({ "cmd": command, "params": parameters }),
        });
        Ok(sent.await?)
    }
}

fn address(file: &Path) -> Outcome<Url> {
    Url::from_file_path(file).map_err(|()| "the path is not absolute".into())
}

/// A command of ChromeDriver beyond the WebDriver standard.
#[derive(Debug)]
struct Extension {
    path: &'static str,
    body: Value,
}

impl fantoccini::wd::WebDriverCompatibleCommand for Extension {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, url::ParseError> {
        let session = session.unwrap_or_default();
        base.join(&format!("session/{session}/{}", self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}
