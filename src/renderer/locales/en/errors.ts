export default {
  unknown: 'Something went wrong.',
  'port-in-use': {
    title: 'Port {port} is taken.',
    text: 'Another program listens there. Choose another port in Server and socket options, or 0 for any free one.',
  },
  'port-forbidden': {
    title: 'Port {port} needs more rights.',
    text: 'This user may not listen below 1024. Choose a port from 1024 upwards.',
  },
  'port-invalid': {
    title: '{port} is no port.',
    text: 'Choose a whole number from 0 (any free port) to 65535.',
  },
  'address-not-ours': {
    title: '{host} is not this computer’s loopback.',
    text: 'Use 127.0.0.1 or ::1.',
  },
  'address-unavailable': {
    title: 'This computer has no address {host}.',
    text: 'IPv6 may be switched off. Choose 127.0.0.1 in Server and socket options.',
  },
  'already-listening': {
    title: 'The server already listens on port {port}.',
    text: 'Stop it first (More → Stop everything), then listen elsewhere.',
  },
  'not-listening': {
    title: 'The server does not listen.',
    text: 'Press Connect: it starts the server.',
  },
  'already-connected': {
    title: 'A connection is still open.',
    text: 'Close it first, then connect again.',
  },
  'not-connected': {
    title: 'Nothing is connected on that side.',
    text: 'Press Connect first.',
  },
  'no-such-connection': {
    title: 'That connection is gone.',
    text: 'Only the last 50 are kept. Choose another one.',
  },
  'side-not-ours': {
    title: 'That end belongs to another program.',
    text: 'Only its own user can act on it; the server’s side is ours.',
  },
  'write-after-end': {
    title: 'That side has already ended.',
    text: 'After end() nothing more can be written; the other side may still send.',
  },
  'already-ended': {
    title: 'That side has already ended.',
    text: 'Its FIN is sent once. Close the other side, or abort.',
  },
  'connection-refused': {
    title: 'Connection refused.',
    text: 'Nobody listens there. Start the server first.',
  },
  'scenario-running': {
    title: 'A scenario is still running.',
    text: 'Wait for its end, or press Stop.',
  },
  'experiment-running': {
    title: 'An experiment is still running.',
    text: 'Wait for its end, or press Stop: two at once would disturb each other’s times.',
  },
  'experiment-stopped': {
    title: 'The experiment was stopped.',
    text: 'Start it again to get a result.',
  },
  'scenario-invalid': {
    title: 'This scenario can’t be played.',
    text: '{reason}',
  },
  'step-timeout': {
    title: 'Step {step} never came.',
    text: 'It waited {seconds} s for {event}. The scenario ended there; choose another or run it again.',
  },
  'step-failed': {
    title: 'Step {step} failed.',
    text: '{reason}',
  },
  'bad-params': {
    title: 'The lab did not accept that value.',
    text: '{reason}',
  },
  'bad-answer': {
    title: 'The lab’s answer was not understood.',
    text: 'App and lab may be of different versions. Reload this page.',
  },
  'unknown-command': {
    title: 'The lab does not know that command.',
    text: 'App and lab may be of different versions. Reload this page.',
  },
  forbidden: {
    title: 'This page has no key to the lab.',
    text: 'Open the whole address that the terminal printed, with what follows the #.',
  },
  disconnected: {
    title: 'The link to the lab is lost.',
    text: 'Check that “npm start” is still running; the page connects again by itself.',
  },
  'save-failed': {
    title: 'The file was not saved.',
    text: '{reason}',
  },
  'not-supported': {
    title: 'This can’t be done here.',
    text: '{reason}',
  },
  internal: {
    title: 'Something unexpected went wrong.',
    text: '{reason}',
  },
}
