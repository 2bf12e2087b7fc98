export default {
  choose: '视图',
  explore: '探索',
  lesson: '课程',
  predict: '预测',
  machine: '状态机',
  puzzle: '谜题',
  panes: '面板',
  program: '程序看到了什么',
  stage: '时序图',
  inspector: '解释',
}
