use zoom_errors::http_status::HttpStatus as E;

fn explain(error: E) -> &'static str {
    match error {
        E::Ok => "done",
        E::BadRequest => "mend the body",
        E::NotFound => "look for it elsewhere",
        E::Unauthorized | E::Conflict | E::TooManyRequests => "wait",
    }
}

fn main() {
    explain(E::Forbidden);
}
