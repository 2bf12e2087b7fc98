export default {
  observed: '观测',
  inferred: '推断',
  captured: '捕获',
  kernel: '内核',
  simulated: '模拟',
}
