export default {
  choose: '视图',
  explore: '探索',
  panes: '面板',
  program: '程序看到了什么',
  stage: 'TCP 做了什么',
  inspector: '为什么',
}
