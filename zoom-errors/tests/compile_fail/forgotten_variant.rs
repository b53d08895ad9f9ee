use zoom_errors::video_sdk_web::AudioCaptureFailedReason as Reason;

fn hint(reason: Reason) -> &'static str {
    match reason {
        Reason::PermissionDeniedByUser => "allow the microphone",
        Reason::PermissionDeniedBySystem => "allow it in the system settings",
        Reason::NoDeviceFound => "plug in a microphone",
        Reason::UnknownReason => "try once more",
        Reason::ConstraintViolation => "choose another microphone",
        Reason::PermissionDismissedByUser => "answer the prompt",
    }
}

fn main() {
    hint(Reason::DeviceInUse);
}
