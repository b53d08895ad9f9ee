//! What every type must be, so that programs can pass it around.

use std::error::Error;
use std::fmt::Debug;

use zoom_errors::meeting_sdk_web::MeetingSdkWebError;
use zoom_errors::payload::{
    CallbackResult, ConnectionChange, Decoded, Disagreement, ExecutedFailure, MeetingStatusEvent,
    Note, Reported, RestBody, TokenError,
};
use zoom_errors::recognise::{Candidate, Evidence, Finding};
use zoom_errors::response::{Failure, RateLimit, RetryAt};
use zoom_errors::video_sdk_web::VideoSdkWebError;

fn shared<T: Clone + Debug + PartialEq + Send + Sync + 'static>() {}

fn error<T: Error + Clone + PartialEq + Send + Sync + 'static>() {}

#[test]
fn errors_are_errors_and_may_cross_threads() {
    error::<CallbackResult>();
    error::<ConnectionChange<VideoSdkWebError>>();
    error::<Decoded>();
    error::<ExecutedFailure<MeetingSdkWebError>>();
    error::<Failure>();
    error::<MeetingStatusEvent>();
    error::<Reported<MeetingSdkWebError>>();
    shared::<RestBody>();
    error::<TokenError>();
}

#[test]
fn data_may_cross_threads() {
    shared::<Candidate>();
    shared::<Finding>();
    shared::<Disagreement<MeetingSdkWebError>>();
    shared::<Evidence>();
    shared::<Note>();
    shared::<RateLimit>();
    shared::<RetryAt>();
}
