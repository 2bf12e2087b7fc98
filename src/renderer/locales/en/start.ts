export default {
  connect: 'Connect',
  connecting: 'Connecting…',
  play: 'Run',
  simulate: 'Simulate',
  blocked: '{action}: not while a connection is open. Close it, or start afresh ({more} → {reset}).',
  stop: 'Stop',
  progress: 'Step {step} of {steps} of the scenario',
  progressShort: '{step}/{steps}',
}
