export default {
  connect: 'Connect',
  connecting: 'Connecting…',
  play: 'Run',
  simulate: 'Simulate',
  stop: 'Stop',
  progress: 'Step {step} of {steps} of the scenario',
  progressShort: '{step}/{steps}',
}
