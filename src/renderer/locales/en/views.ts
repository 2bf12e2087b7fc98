export default {
  choose: 'View',
  explore: 'Explore',
  panes: 'Panes',
  program: 'What the program saw',
  stage: 'What TCP did',
  inspector: 'Why',
}
