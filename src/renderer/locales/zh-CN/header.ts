export default {
  controls: '连接操作',
  view: '显示与导出',
  seq: '序列号',
  relative: '相对',
  absolute: '绝对',
  language: '语言',
}
