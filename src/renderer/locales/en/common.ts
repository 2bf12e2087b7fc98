export default {
  dismiss: 'Dismiss',
  close: 'Close this window',
  copy: 'Copy “{text}”',
  copied: 'Copied: {text}',
  copyFailed: 'The clipboard can’t be used here. Save the file instead.',
  comma: ', ',
}
