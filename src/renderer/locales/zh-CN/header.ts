export default {
  controls: '连接操作',
  view: '显示与导出',
  seq: '序列号',
  relative: '相对值',
  absolute: '绝对值',
  seqMore: '相对值在每个方向上都从 0 数起；绝对值显示首部中的全部 32 位。',
  display: '显示设置',
  language: '语言',
}
