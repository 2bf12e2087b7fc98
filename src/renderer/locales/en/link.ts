export default {
  connecting: {
    title: 'Connecting to the lab…',
    text: 'This takes a moment.',
  },
  lost: {
    title: 'The link to the lab is lost.',
    text: 'What is shown stays. Trying again by itself; check that “npm start” is still running and that the whole address it printed was opened.',
  },
}
