export default {
  opened: 'Opened: {name}',
  refused: '“{name}” was not opened. {reason}',
  tooLarge: 'It is larger than 64 MiB.',
  notJson: 'It is not JSON.',
  notTrace: 'It is not a trace of this app: at “{path}”, {problem}.',
  noConnection: 'It holds no connection.',
}
