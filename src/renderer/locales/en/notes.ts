export default {
  title: 'Notes',
  unknown: 'Can’t be known.',
  bent: 'Bent to the evidence.',
  dropped: 'Left out.',
  counterfactual: 'Not real TCP.',
  violation: 'A rule is broken.',
}
