export default {
  title: 'Help and keys',
  intro:
    'A program that uses sockets never sees a segment: it makes calls and gets events. This app runs a real server and a real client, records what they see, and draws what TCP must have done. It never mixes the two.',
  panes: {
    title: 'Three panes, one story',
    program: 'lists the calls (triangles) and events (dots) of both sockets, in the order they really happened.',
    stage:
      'draws the segments between client and server; the bars are the TCP states of each end. Display, in the header, chooses the theme, and relative or absolute sequence numbers.',
    inspector:
      'explains what is selected: the numbers, the rule, the section of the RFC. The list of segments is a table or, as text, the conversation in words.',
  },
  tabs: 'Every tab opened at this address shows the same lab: what is connected, closed or reset in one changes in all.',
  provenance: 'How it knows',
  lane: {
    observed: 'an event that our sockets really fired, or a call that was made',
    inferred: 'derived from those events by a model of RFC 9293; where nobody can know, it says so',
    simulated: 'a what-if on a virtual network, without sockets',
    captured: 'read off the wire: only in a trace that another tool made',
    kernel: 'read from the operating system’s own table of sockets: only in a trace that another tool made',
  },
  keys: {
    title: 'Keys',
    step: 'one segment back, one on',
    play: 'play or pause',
    ends: 'to the beginning, to the end',
    clear: 'select nothing: the overview',
    tab: 'from pane to pane; in a list, the arrow keys go on',
    present: 'present: full screen, for a projector (F5 in the desktop app)',
    help: 'this help',
  },
  presenting: {
    title: 'Keys while presenting',
    intro:
      'One segment at a time; what comes later stays hidden. Opening the speaker notes can end full screen: open them first (More), or press F again.',
    next: 'the next segment; a clicker sends Page Down',
    previous: 'one segment back',
    blank: 'blank the screen; any step brings it back',
    notes: 'speaker notes in a window of their own, with the next segment and a timer',
    fill: 'full screen, or not',
    leave: 'end the presentation',
  },
  about: 'Handshake Lab {version} · Node {node} · {os}',
}
