export default {
  label: '场景',
  byHand: '手动操作',
  byHandMore: '由你点击按钮：连接、发送、关闭。',
  search: '搜索场景',
  none: '没有与“{search}”匹配的场景。可以试试“复位”之类的词。',
}
