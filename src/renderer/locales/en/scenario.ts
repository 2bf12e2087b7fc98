export default {
  label: 'Scenario',
  byHand: 'By hand',
  byHandMore: 'You press the buttons: connect, send, close.',
  search: 'Search scenarios',
  none: 'No scenario matches “{search}”. Try a word such as “reset”.',
}
