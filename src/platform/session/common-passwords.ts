// Passwords that are tried first, as far as the shortest length lets them through.

export const COMMON_PASSWORDS = new Set(
  `
  12345678910 1234567891 123456789a a123456789 123456789q q123456789 aa12345678 aa123456789 abc1234567 abc12345678
  abc123456789 abcd123456 abcd12345678 asd1234567 asd123456789 qwe1234567 qwe123456789 qwer123456 qwerty1234 qwerty12345
  qwerty123456 qwertyuiop1 1qaz2wsx3edc 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4t5 q1w2e3r4t5y6 zaq12wsxcde3 qazwsxedcrfv qazwsxedc123
  asdfghjkl1 asdfghjkl123 zxcvbnm123 zxcvbnm1234 zxcvbnm123456 asdf123456 zxc1234567 zxc123456789 a1234567890 1234567890a
  1234567890q 0987654321a woaini1314 woaini5201314 woaini520520 woaini123456 5201314520 5201314123 1314520520 iloveyou123
  iloveyou1314 iloveyou520 iloveyou1234 iloveyouforever password01 password12 password123 password1234 password12345
  password123456 passw0rd12 passw0rd123 p@ssw0rd12 p@ssw0rd123 p@ssw0rd1234 passwordpassword mypassword mypassword1
  administrator administrator1 admin12345 admin123456 admin1234567 admin12345678 admin@12345 admin@123456 adminadmin root123456
  root12345678 rootroot123 welcome123 welcome1234 welcome12345 changeme123 changemenow letmein1234 letmeinplease
  test123456 test12345678 testtest123 user123456 user12345678 guest123456 master1234 superman123 football12 football123
  baseball123 basketball princess123 sunshine123 dragon1234 monkey1234 michael123 jordan2323 startrek12 starwars12 starwars123
  trustno1234 whatever123 computer123 internet123 samsung123 liverpool1 manchester chocolate1 butterfly1 strawberry
  li12345678 wang123456 wang12345678 zhang123456 chen123456 liu123456789 yang123456 huang123456 zhao123456 nihao12345
  nihao123456 nihaoma123 zhongguo123 zhonghua123 beijing2008 beijing123 shanghai123 shenzhen123 guangzhou123 china123456
  qq12345678 qq123456789 weixin123456 taobao123456 tencent123 baidu123456 alibaba123 huawei12345 huawei123456 xiaomi12345
  wuye123456 wuye12345678 wuyeguanli guanlichu123 zhishou123 zhishou1234 zhishou12345 zhishou123456 property123 kefu123456
  kefu12345678 kehufuwu123 weixiu123456 baoan123456 changethis1 temporary123 temp123456 default123 secret1234 secret123456
  abcdefg123 abcdefg1234 abcdefg12345 abcdefg123456 a1b2c3d4e5 a1b2c3d4e5f6 1a2b3c4d5e 1a2b3c4d5e6f 123qweasdzxc qweasdzxc123
  123456abcdef abcdef123456 123456qwerty 123abc456def 147258369a 1472583690 147852369a 1478523690 741852963a 7418529630
  159753123456 159357123456 123698745a 1236987450 3692581470 9876543210a 987654321a qwert12345 asdfg12345 zxcvb12345
  1111111111a a1111111111 6666666666a 8888888888a 66668888aa 88886666aa 1357924680 2468013579 1122334455 11223344556
  112233445566 1020304050 9988776655 aabbccddee aabbccddeeff
  `
    .trim()
    .split(/\s+/),
)
