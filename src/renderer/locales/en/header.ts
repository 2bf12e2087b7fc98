export default {
  controls: 'Connection controls',
  view: 'View and export',
  seq: 'Sequence numbers',
  relative: 'Relative',
  absolute: 'Absolute',
  language: 'Language',
}
