// Makes the objects that the web SDKs pass to applications, as their type declarations and their
// shipped code give them, and writes each as the JSON that an application would send home.

const objects = {};
const keep = (name, value, keys) => { objects[name] = JSON.stringify(value, keys); };
const caught = async (promise) => {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};

// Video SDK: promises are rejected with plain objects.
keep('rejected', await caught(Promise.reject({
  type: 'INVALID_PARAMETERS',
  reason: 'The maximum length of topic is 200',
  errorCode: 5013,
})));
const { errorCode, ...rest } = { errorCode: 7, source: 'microphone' };
keep('sub_code', await caught(Promise.reject({
  type: 'INSUFFICIENT_PRIVILEGES', reason: 'CAPTURE', errorCode: 6010, ...rest, subCode: errorCode,
})));
const failed = Object.assign(new Error('join failed'), {
  type: 'INVALID_OPERATION', reason: 'joined twice', errorCode: 5012,
});
keep('assigned', failed);
keep('own_properties', failed, Object.getOwnPropertyNames(failed));
keep('not_a_number', { type: 'INTERNAL_ERROR', errorCode: Number('none') });
keep('undefined', { type: 'INTERNAL_ERROR', errorCode: undefined, reason: null });
keep('large', { type: 'INTERNAL_ERROR', errorCode: 1e21 });
keep('half_character', { type: 'INTERNAL_ERROR', reason: '😀'.slice(0, 1), errorCode: 2 });

// Meeting SDK, Client View: callbacks and the status of the meeting.
const callback = (result) => new Promise((success, error) => (result.status ? success : error)(result));
keep('callback', await caught(callback({
  method: 'lockMeeting', status: false, errorCode: 3003, errorMessage: null, result: null,
})));
keep('text_in_result', await caught(callback({
  method: 'subscribeStatisticData', status: false, errorCode: 1, errorMessage: null,
  result: 'no computer audio',
})));
keep('status', { meetingStatus: 3, errorCode: 4012, errorMessage: 'Provide a token.' });

// Meeting SDK, Component View.
const listeners = new EventTarget();
listeners.addEventListener('connection-change', ({ detail }) => keep('closed', detail));
listeners.dispatchEvent(new CustomEvent('connection-change', {
  detail: { state: 'Closed', reason: 'MEETING_LOCKED', errorCode: 4006 },
}));
keep('contested', { type: 'JOIN_MEETING_FAILED', reason: 'AnotherMeetingInProgress', errorCode: 3000 });

process.stdout.write(JSON.stringify(objects));
