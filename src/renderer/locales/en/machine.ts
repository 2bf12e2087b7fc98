export default {
  title: 'State machine',
  path: 'The path taken',
  hint: 'Edges name the event and, below it, what the endpoint does. Coloured edges were taken, and those in bold type will be: press one to go to that moment. Dashed ones are not in the RFC’s figure.',
  empty: 'No connection is shown yet. Connect or play a scenario, and the path of both ends is traced here.',
  edge: '{event}, from {from} to {to}',
  at: '{time} ms',
}
