// The passwords people choose most, by what published leaks agree on; longer ones are caught by what is left of them without digits.
const list = `
123456 1234567 12345678 123456789 1234567890 0123456789 987654321 9876543210 87654321 11111111 111111111 1111111111 22222222
33333333 55555555 66666666 77777777 88888888 888888888 99999999 00000000 000000000 12341234 12121212 11223344 112233445566
123123123 1231231234 123321123 147258369 147852369 159357 159753 741852963 789456123 1357924680 13579246 24681012 31415926 5201314
52013140 520131420 1314520 13145200 a123456 aa123456 a1234567 a12345678 a123456789 123456a 123456aa 123456789a q123456 qq123456
1q2w3e 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qazxsw2 1qaz2wsx3edc zaq12wsx zaq1zaq1 qazwsx qazwsxedc qwer1234 qwerty qwertyui qwertyuiop
qwerty12 qwerty123 qwe123 qweasd qweasdzxc asdf asdfasdf asdfgh asdfghjk asdfghjkl asd123 zxcvbn zxcvbnm zxcvzxcv azerty
azertyuiop abc abcd abcdef abcdefg abcdefgh abc123 abcd1234 abcabc aaaaaa aaaaaaaa passw0rd p@ssw0rd p@ssword pa55word pass passpass
password passwort passw motdepasse contrasena contraseña senha parola haslo wachtwoord lozinka salasana losenord parool mima woaini
woaini1314 admin administrator root toor test tester testing testtest guest user username login welcome welkom willkommen bienvenue
benvenuto letmein letmein1 master changeme default temp temporary secret secrets topsecret private access internet computer
superman batman spiderman starwars pokemon naruto dragon monkey tiger lion eagle falcon phoenix shadow hunter killer ranger
warrior ninja pirate soldier gangster princess queen king prince angel angels heaven jesus christ godisgood blessed blessing faith
iloveyou iloveu iloveyou1 loveyou loveme lovely lover love sweetheart sweetie darling honey babygirl babyboy baby hello hello123
helloworld goodbye football soccer baseball basketball hockey tennis cricket rugby golf yankees cowboys steelers lakers liverpool
chelsea arsenal barcelona realmadrid juventus manchester manutd sunshine rainbow summer winter spring autumn monday friday january
february december november october september flower flowers butterfly dolphin kitty cookie chocolate cheese coffee pepper banana
orange apple cherry strawberry pumpkin peanut ginger buddy charlie daniel michael jordan jennifer jessica michelle ashley amanda
nicole samantha stephanie elizabeth andrea anthony andrew joshua matthew robert thomas william richard george alexander
christopher victoria veronica patricia maria carlos fernando alejandro francesco martin martina natasha svetlana nikita
hannah sophie claire pascal nicolas sebastian maximilian ferrari mercedes porsche mustang corvette harley yamaha kawasaki
samsung iphone google facebook twitter instagram whatsapp microsoft windows linux ubuntu oracle cisco apple123 trustno1 whatever
blink182 metallica nirvana slipknot linkinpark eminem matrix gandalf merlin wizard magic mystery freedom liberty america canada
london paris berlin madrid moscow beijing shanghai newyork chicago boston texas florida california brazil mexico india
pakistan indonesia bandung jakarta manila tokyo sakura doudou wangyi zhangwei liuwei nihao laopo laogong baobei
money dollar business company office manager developer engineer student teacher school college university
aa aaa test1 demo demo1234 example sample qqqqqqqq wwwwwwww zzzzzzzz xxxxxxxx asdasd asdasdasd qweqwe qweqweqwe zxczxc
`;

/** Passwords that are tried first by everybody who guesses. */
export const commonPasswords: ReadonlySet<string> = new Set(list.split(/\s+/).filter((word) => word !== ""));
