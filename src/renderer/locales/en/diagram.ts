export default {
  zoom: { in: 'Zoom in', out: 'Zoom out', reset: 'Fit the width', level: 'Zoom {percent}' },
  tools: 'Zoom',
  newest: 'To the newest segment',
  legend: 'Legend',
  waiting: 'Nothing has happened here yet. What client and server send each other will appear between these two lines.',
  keys: 'Arrow keys up and down go from mark to mark, Enter selects, plus and minus zoom.',
}
