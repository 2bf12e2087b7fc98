export default {
  connect: '连接',
  connecting: '连接中…',
  play: '运行',
  simulate: '模拟',
  stop: '停止',
  progress: '场景第 {step} 步，共 {steps} 步',
  progressShort: '第 {step}/{steps} 步',
}
