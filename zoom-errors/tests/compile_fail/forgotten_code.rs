use zoom_errors::api_response::ApiResponseError as E;

fn explain(error: E) -> &'static str {
    match error {
        E::SuccessfulCall => "done",
        E::BadRequest => "mend the body",
        E::NotFound => "look for it elsewhere",
    }
}

fn main() {
    explain(E::Forbidden);
}
