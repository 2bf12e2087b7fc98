export default {
  title: '附注',
  unknown: '无法得知。',
  bent: '依证据修正。',
  dropped: '有所省略。',
  counterfactual: '并非真实的 TCP。',
  violation: '违反规则。',
}
