export default {
  choose: 'View',
  explore: 'Explore',
  lesson: 'Lesson',
  predict: 'Predict',
  machine: 'States',
  panes: 'Panes',
  program: 'What the program saw',
  stage: 'What TCP did',
  inspector: 'Why',
}
