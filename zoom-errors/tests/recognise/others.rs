//! Logs of other programs: realistic lines, none of them Zoom's. The benches read them too.

use std::fmt::Write;

/// A small generator of numbers, the same on every run.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, count: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % count
    }

    pub(crate) fn pick<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len() as u64) as usize]
    }

    /// Small numbers, statuses and those that many programs use for errors.
    fn code(&mut self) -> u64 {
        match self.below(6) {
            0 => self.below(10),
            1 => 100 + self.below(500),
            2 => [
                200, 201, 204, 300, 301, 400, 401, 403, 404, 409, 429, 500, 502, 503,
            ][self.below(14) as usize],
            3 => 1000 + self.below(9000),
            4 => 3000 + self.below(800),
            _ => self.below(100_000),
        }
    }
}

const SERVICES: &[&str] = &[
    "api", "billing", "cache", "auth", "gateway", "search", "orders", "mailer", "worker", "ingest",
];
const LEVELS: &[&str] = &["info", "warn", "error", "debug"];
const PATHS: &[&str] = &[
    "/",
    "/index.html",
    "/v1/items",
    "/v2/users",
    "/v2/users/me",
    "/api/v2/orders/9",
    "/healthz",
    "/login",
    "/oauth/token",
    "/static/app.js",
    "/meetings",
    "/v2/meetings/list",
    "/rooms/3/devices",
    "/favicon.ico",
    "/wp-login.php",
    "/metrics",
];
const AGENTS: &[&str] = &[
    "curl/8.5.0",
    "Mozilla/5.0 (X11; Linux x86_64)",
    "kube-probe/1.29",
    "python-requests/2.31",
    "Go-http-client/2.0",
];
const MESSAGES: &[&str] = &[
    "cache refreshed",
    "user not found",
    "connection refused",
    "invalid token",
    "request timed out",
    "internal server error",
    "permission denied",
    "not found",
    "bad request",
    "rate limit exceeded",
    "too many requests",
    "validation failed",
    "missing parameter: id",
    "unauthorized",
    "forbidden",
    "resource not found",
    "the request could not be processed",
    "service unavailable",
    "duplicate key",
    "ok",
    "success",
    "token has expired",
    "invalid credentials",
    "access denied",
    "session expired",
    "invalid request",
    "something went wrong",
    "operation timed out",
    "file not found",
    "invalid parameter",
    "an unexpected error occurred, please try again later",
    "user does not have permission",
    "account locked",
    "invalid client id",
    "payload too large",
    "invalid JSON",
    "no such user",
    "could not connect to database",
    "email address is invalid",
    "quota exceeded for project",
    "you do not have access to this resource",
    "upstream failed",
];
const ERRORS: &[&str] = &[
    "invalid_request",
    "ECONNREFUSED",
    "ETIMEDOUT",
    "ValidationError",
    "invalid_grant",
    "not_found",
    "NotFound",
    "boom",
    "INVALID_ARGUMENT",
    "PERMISSION_DENIED",
    "DEADLINE_EXCEEDED",
    "UNAVAILABLE",
    "INTERNAL",
    "RESOURCE_EXHAUSTED",
    "USER_NOT_FOUND",
    "INVALID_PARAMETER",
    "OPERATION_TIMEOUT",
    "INTERNAL_ERROR",
    "NETWORK_ERROR",
    "E_FAIL",
    "rate_limited",
    "TOO_MANY_REQUESTS",
    "access_denied",
    "invalid_client",
    "INVALID_CREDENTIALS",
    "UNKNOWN_ERROR",
    "SERVICE_UNAVAILABLE",
];
const TABLES: &[&str] = &[
    "users", "orders", "meetings", "sessions", "accounts", "items",
];
const PODS: &[&str] = &[
    "web-7d9f",
    "api-5c6b",
    "redis-0",
    "meeting-bot-1",
    "zookeeper-2",
    "ingress-nginx-9",
];

fn line(dice: &mut Dice, to: &mut String) {
    let (service, level, path) = (dice.pick(SERVICES), dice.pick(LEVELS), dice.pick(PATHS));
    let (message, error, code) = (dice.pick(MESSAGES), dice.pick(ERRORS), dice.code());
    let (table, pod, agent) = (dice.pick(TABLES), dice.pick(PODS), dice.pick(AGENTS));
    let (n, m, second) = (dice.below(100_000), dice.below(5000), dice.below(60));
    let status = [
        200, 201, 204, 301, 304, 400, 401, 403, 404, 429, 500, 502, 503,
    ][dice.below(13) as usize];
    let written = match dice.below(44) {
        0..=3 => writeln!(
            to,
            "10.0.{m}.{second} - - [12/Mar/2026:08:00:{second:02} +0000] \"GET {path}?page={n} HTTP/1.1\" {status} {n} \"-\" \"{agent}\""
        ),
        4 => writeln!(
            to,
            "2026/03/12 08:00:{second:02} [error] 31#31: *{n} connect() failed (111: Connection refused) while connecting to upstream, client: 10.0.0.{second}, request: \"POST {path} HTTP/1.1\""
        ),
        5 => writeln!(
            to,
            "Mar 12 08:00:{second:02} host{second} sshd[{n}]: Failed password for invalid user admin from 10.0.0.{second} port {n} ssh2"
        ),
        6 => writeln!(
            to,
            "Mar 12 08:00:{second:02} host{second} kernel: [{n}.{m}] Out of memory: Killed process {n} ({service}) total-vm:{n}kB"
        ),
        7 => writeln!(
            to,
            "Mar 12 08:00:{second:02} host{second} systemd[1]: {service}.service: Main process exited, code=exited, status={second}/FAILURE"
        ),
        8 => writeln!(
            to,
            "<{second}>1 2026-03-12T08:00:00Z host{second} {service} {n} ID{m} - {message}"
        ),
        9..=12 => writeln!(
            to,
            "{{\"level\":\"{level}\",\"service\":\"{service}\",\"code\":{code},\"message\":\"{message}\"}}"
        ),
        13..=14 => writeln!(
            to,
            "{{\"level\":\"{level}\",\"code\":{code},\"error\":\"{error}\",\"msg\":\"{message}\"}}"
        ),
        15 => writeln!(to, "{{\"code\":{code},\"message\":\"{message}\"}}"),
        16 => writeln!(to, "{{\"error\":\"{error}\",\"message\":\"{message}\"}}"),
        17 => writeln!(
            to,
            "{{\"error\":\"{error}\",\"error_description\":\"{message}\"}}"
        ),
        18 => writeln!(
            to,
            "{{\"status\":{status},\"error\":\"Not Found\",\"message\":\"{message}\",\"path\":\"{path}\"}}"
        ),
        19 => writeln!(
            to,
            "{{\"error\":{{\"code\":{code},\"message\":\"{message}\",\"status\":\"{error}\"}}}}"
        ),
        20..=21 => writeln!(
            to,
            "{{\"jsonrpc\":\"2.0\",\"id\":{n},\"error\":{{\"code\":-3260{},\"message\":\"Invalid params\"}}}}",
            m % 4
        ),
        22 => writeln!(
            to,
            "{{\"time\":\"2026-03-12T08:00:{second:02}Z\",\"level\":\"{level}\",\"user\":{n},\"status_code\":{status},\"duration_ms\":{m},\"path\":\"{path}\"}}"
        ),
        23 => writeln!(
            to,
            "{{\"errors\":[{{\"code\":\"{error}\",\"message\":\"{message}\",\"field\":\"email\"}}],\"requestId\":\"{n}\"}}"
        ),
        24 => writeln!(
            to,
            "{{\"level\":\"{level}\",\"service\":\"{service}\",\"errorCode\":\"{error}\",\"errorMessage\":\"{message}\"}}"
        ),
        25 => writeln!(
            to,
            "{level} {service} request failed errorCode={error} status={status} user={n}"
        ),
        26 => writeln!(
            to,
            "ts=2026-03-12T08:00:{second:02}Z level={level} caller=main.go:{second} msg=\"{message}\" code={code} err=\"{error}\""
        ),
        27..=28 => writeln!(
            to,
            "2026-03-12 08:00:{second:02}.123 UTC [{n}] ERROR:  duplicate key value violates unique constraint \"{table}_pkey\""
        ),
        29 => writeln!(
            to,
            "2026-03-12 08:00:{second:02} LOG:  duration: {n}.{m} ms  statement: SELECT * FROM {table} WHERE id = {n} AND code = {code}"
        ),
        30..=31 => writeln!(
            to,
            "ERROR {code} (28000): Access denied for user 'app'@'10.0.0.{second}' (using password: YES)"
        ),
        32 => writeln!(
            to,
            "E0312 08:00:{second:02}.{n}       1 reconciler.go:{second}] \"Failed to sync\" err=\"{message}\" pod=\"prod/{pod}\""
        ),
        33 => writeln!(
            to,
            "Warning  BackOff  {second}s (x{m} over 2h)  kubelet  Back-off restarting failed container {service} in pod {pod}"
        ),
        34 => writeln!(
            to,
            "{{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"message\":\"pods \\\"{pod}\\\" not found\",\"reason\":\"NotFound\",\"code\":404}}"
        ),
        35 => writeln!(
            to,
            "I0312 08:00:{second:02} 1 event.go:{second}] type: 'Warning' reason: 'FailedScheduling' {second}/{m} nodes are available"
        ),
        36 => writeln!(
            to,
            "[{second}] java.lang.IllegalStateException: {message} (error code: {code})\n\tat com.example.{service}.Main.run(Main.java:{second})"
        ),
        37 => writeln!(
            to,
            "Traceback (most recent call last):\n  File \"/app/{service}.py\", line {second}, in run\nrequests.exceptions.HTTPError: {status} Client Error: {message} for url: https://api.example.com{path}"
        ),
        38 => writeln!(
            to,
            "    at Object.<anonymous> (/srv/{service}/index.js:{second}:{m})\nError: {message} {{ code: '{error}', errno: -{second}, syscall: 'connect' }}"
        ),
        39 => writeln!(to, "{service}: exit code {second}, reason: {message}"),
        40 => writeln!(
            to,
            "[{level}] map tile zoom={second} x={n} y={m} error={code}"
        ),
        41 => writeln!(
            to,
            "{{\"event\":\"calendar.sync\",\"meeting\":{n},\"result\":\"ok\",\"code\":{second}}}"
        ),
        42 => writeln!(
            to,
            "{{\"type\":\"{error}\",\"reason\":\"{message}\",\"code\":{code}}}"
        ),
        _ => writeln!(
            to,
            "{{\"msg\":\"{message}\",\"stack\":\"Error: {message}\\n    at run (/srv/{service}.js:{second}:{m})\",\"errno\":{code}}}"
        ),
    };
    written.unwrap();
}

/// So many lines of other programs.
pub(crate) fn log(lines: usize) -> String {
    let mut dice = Dice(7);
    let mut log = String::new();
    (0..lines).for_each(|_| line(&mut dice, &mut log));
    log
}
