export default {
  controls: 'Connection controls',
  view: 'View and export',
  seq: 'Sequence numbers',
  relative: 'Relative',
  absolute: 'Absolute',
  seqMore: 'Relative counts from 0 in each direction; absolute shows all 32 bits of the header.',
  display: 'Display',
  language: 'Language',
}
