export default {
  observed: 'observed',
  inferred: 'inferred',
  captured: 'captured',
  kernel: 'kernel',
  simulated: 'simulated',
}
