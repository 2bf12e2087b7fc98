export default {
  connect: '连接',
  connecting: '连接中…',
  play: '运行',
  simulate: '模拟',
  blocked: '有连接仍然打开，无法{action}。请关闭它，或重新开始（{more} → {reset}）。',
  stop: '停止',
  progress: '场景第 {step} 步，共 {steps} 步',
  progressShort: '第 {step}/{steps} 步',
}
