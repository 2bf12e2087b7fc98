export default {
  name: '握手实验室',
}
