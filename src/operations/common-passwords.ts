/**
 * Words that passwords are made of too often, by frequency: the head of the lists that leaked, rows of the keyboard, and
 * what is common in pinyin. The estimator looks for them inside a password, also turned round and with digits for letters.
 */
export const COMMON_PASSWORDS: readonly string[] = (
  '123456 password 12345678 qwerty 123456789 12345 1234 111111 1234567 dragon 123123 baseball abc123 football monkey ' +
  'letmein 696969 shadow master 666666 qwertyuiop 123321 mustang 1234567890 michael 654321 superman 1qaz2wsx 7777777 ' +
  'fuckyou 121212 000000 qazwsx 123qwe killer trustno1 jordan jennifer zxcvbnm asdfgh hunter buster soccer harley batman ' +
  'andrew tigger sunshine iloveyou 2000 charlie robert thomas hockey ranger daniel starwars klaster 112233 george ' +
  'computer michelle jessica pepper 1111 zxcvbn 555555 11111111 131313 freedom 777777 pass maggie 159753 aaaaaa ginger ' +
  'princess joshua cheese amanda summer love ashley nicole chelsea biteme matthew access yankees 987654321 dallas austin ' +
  'thunder taylor matrix admin administrator root welcome login passw0rd password1 secret test guest changeme default ' +
  'asdfghjkl zaq12wsx qweasd qweasdzxc 1q2w3e4r 1q2w3e4r5t 1qazxsw2 q1w2e3r4 asdf1234 qwer1234 abcd1234 a123456 ' +
  'a123456789 woaini woaini1314 5201314 1314520 520520 woaiwojia wodemima mima mimamima nihao zhongguo beijing ' +
  'shanghai guangzhou woshishui aini iloveu 88888888 888888 66666666 147258369 147258 159357 789456 789456123 ' +
  '741852963 963852741 110110 119119 112112 100200 zhangwei wangwei liwei wangfang lina zhangmin lijing wangjing ' +
  'xiaoming system manager service office letmein123 hello hello123 monday january february march april may june july ' +
  'august september october november december spring autumn winter server database oracle samsung google apple huawei ' +
  'xiaomi internet windows linux mysql postgres company public official secure security key keys home house family ' +
  'zhonghua renmin gongchandang jiwei jijian jiancha jianwei dangwei zhengfu gongan fayuan danwei lingdao'
).split(' ');
