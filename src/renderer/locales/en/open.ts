export default {
  opened: 'Opened: {name}',
  refused: '“{name}” was not opened. {reason}',
  tooLarge: 'It is larger than 64 MiB.',
  notJson: 'It is not JSON: line {line}, column {column}.',
  notTrace: 'It is not a trace of this app: line {line}: {problem}.',
  whole: 'the file',
  fault: {
    unknown: '{path} is not a known field',
    missing: '{path} is missing',
    wrong: '{path} is {received}; expected {expected}',
    length: '{path} has the length {received}; expected {expected}',
  },
  noConnection: 'It holds no connection.',
}
