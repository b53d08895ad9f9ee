//! Starts ChromeDriver, which starts Chromium.

use std::io::{BufRead, BufReader};
use std::mem::take;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};

use fantoccini::error::CmdError;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};

/// How to get what is missing.
const INSTALL: &str = "on Debian and Ubuntu, `apt-get install chromium chromium-driver` brings \
    both; elsewhere, install Chrome or Chromium and the ChromeDriver of the same version, and put \
    both on the PATH, or name the driver in CHROMEDRIVER";

/// The sandbox needs rights that containers and root do not have; the pages are ours. What the
/// browser asks of its maker in the background would be taken for requests of the page.
const FLAGS: [&str; 8] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--window-size=1280,900",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// A running ChromeDriver; it ends with this value.
pub(crate) struct Driver {
    child: Child,
    address: String,
    /// Browsers that no test uses now.
    idle: Mutex<Vec<Client>>,
}

impl Driver {
    /// Starts ChromeDriver on a free port and sees that it can start the browser.
    pub(crate) async fn start() -> Result<Self, String> {
        let program = std::env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
        let mut child = Command::new(&program)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("`{program}` does not start: {error}; {INSTALL}"))?;
        let port = port(&mut child);
        let driver = Self {
            child,
            address: format!("http://localhost:{}", port.unwrap_or_default()),
            idle: Mutex::default(),
        };
        if port.is_none() {
            return Err(format!("`{program}` tells no port; {INSTALL}"));
        }
        let browser = driver.session().await;
        let browser = browser.map_err(|error| format!("no browser starts: {error}; {INSTALL}"))?;
        driver.give_back(browser);
        Ok(driver)
    }

    /// A browser with one window that has nothing in its history. To start one takes longer than most
    /// tests, so that one which is idle is taken.
    pub(crate) async fn browser(&self) -> Result<Client, String> {
        let idle = self.idle().pop();
        let Some(browser) = idle else {
            return self.session().await;
        };
        renew(&browser).await.map_err(|error| error.to_string())?;
        Ok(browser)
    }

    /// Keeps a browser for the next test.
    pub(crate) fn give_back(&self, browser: Client) {
        self.idle().push(browser);
    }

    /// Closes all browsers that no test uses.
    pub(crate) async fn close(&self) -> Result<(), CmdError> {
        let idle = take(&mut *self.idle());
        for browser in idle {
            browser.close().await?;
        }
        Ok(())
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Client>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn session(&self) -> Result<Client, String> {
        let capabilities = json!({
            "goog:chromeOptions": {
                "args": FLAGS,
            },
            "timeouts": { "script": 120_000 },
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        });
        let Value::Object(capabilities) = capabilities else {
            return Err("capabilities are an object".to_owned());
        };
        ClientBuilder::new(HttpConnector::new())
            .capabilities(Map::from_iter(capabilities))
            .connect(&self.address)
            .await
            .map_err(|error| error.to_string())
    }
}

/// Puts a new window in the place of the one that a browser has.
async fn renew(browser: &Client) -> Result<(), CmdError> {
    let new = browser.new_window(true).await?.handle;
    browser.close_window().await?;
    browser.switch_to_window(new).await
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The port that the driver says it listens on.
fn port(child: &mut Child) -> Option<u16> {
    let mut lines = BufReader::new(child.stdout.take()?).lines();
    let port = lines.by_ref().map_while(Result::ok).find_map(|line| {
        let (_, port) = line.split_once("on port ")?;
        port.trim_end_matches('.')
            .parse()
            .ok()
            .filter(|port| *port != 0)
    });
    // Nobody may be left waiting for somebody to read on.
    std::thread::spawn(move || lines.for_each(drop));
    port
}
