export default {
  choose: 'View',
  explore: 'Explore',
  lesson: 'Lesson',
  predict: 'Predict',
  machine: 'States',
  puzzle: 'Puzzle',
  panes: 'Panes',
  program: 'What the program saw',
  stage: 'Sequence diagram',
  inspector: 'Explanation',
}
