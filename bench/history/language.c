/* What the languages are made of. The words at the beginning are the frequent ones of shops' chats. */
#include "load.h"

const load_language load_languages[] = {
	{"en-US", 380, 60000, "the to a is i you it and my for of in have we can that your will be on not this with do are was if"
		" please thank but at as order so me what would yes hello from one just now there like has when no here how sorry they"
		" delivery parcel address size colour blue green black white red refund return invoice payment card discount code"
		" voucher shipping today tomorrow week days received sent email phone account password shop item items stock available"
		" broken damaged missing wrong exchange warranty price cheaper larger smaller shoes jacket shirt trousers dress"
		" delivered late track tracking number confirm confirmation cancel cancelled help problem question look check moment"
		" great perfect thanks bye goodbye coffee machine cable charger battery screen printer lamp chair table mattress",
		"ba ber cal con dar der en er fa fle gan gor hal har il in jo ka ker lan ler ma mer mon na nel or pa per qui ra ren ri"
		" sal ser sta ta ter tion tor un ur va ver wa wen ye zo", ". ", true},
	{"fr-FR", 240, 45000, "de je la le et vous est les à en que un pas une pour ne il ma mon bonjour votre ai avec sur des ce"
		" dans qui merci au commande plus mais avez suis bien oui été colis livraison être reçu mes où livré adresse numéro"
		" retour remboursement taille couleur bleu vert noir échange facture paiement carte réduction code bon colissimo"
		" aujourd'hui demain semaine jours envoyé téléphone compte passe boutique article stock disponible cassé abîmé"
		" manquant problème question désolé désolée garantie prix chaussures veste chemise pantalon robe délai retard suivi"
		" annuler annulée vérifier instant très parfait journée très bientôt déjà après près cafetière câble écran",
		"ba ber cha con dé dre eau é er ette fon gai ja la lé li lou ma mé mo na né nou o pa pé pla qua ra ré ri sa sé si ta té"
		" tion tou tri va vé vi zé ç", ". ", true},
	{"de-DE", 110, 45000, "ich die der und ist das in sie es nicht zu mit den ein für auf haben eine wir ihre von mir bestellung"
		" noch kann bitte danke hallo guten tag auch so aber wie bei wann paket lieferung größe farbe blau grün schwarz"
		" weiß rechnung zahlung karte gutschein heute morgen woche tage erhalten geschickt adresse nummer rückgabe"
		" erstattung umtausch schuhe jacke hemd hose kleid verfügbar lager kaputt beschädigt fehlt falsch garantie preis"
		" günstiger größer kleiner für können möchte würde geprüft stornieren lieferzeit straße fußball tschüss",
		"ab aus be ber der eil en er fen ge gel haus heit ig in isch keit kel lang lich lung mann ment mit nach ner ober rau"
		" schaft ser stand tag ten über ung ver vor weg wer zeug zu ß ö ü", ". ", true},
	{"es-ES", 80, 35000, "de que no la el en y a mi un es los se por lo una para con pedido las me su hola gracias ya cuándo"
		" está tiene envío talla color azul verde negro factura pago tarjeta descuento código hoy mañana semana días"
		" recibido enviado dirección número devolución reembolso cambio zapatos chaqueta camisa pantalón vestido"
		" disponible roto dañado falta garantía precio más también señora año español aquí así",
		"ba ca ción co da de do es ga gue ja la lla lo ma men mo na ñ o pa pe que ra ré ri ro sa sión ta te ti to tra va ve za",
		". ", true},
	{"pl-PL", 50, 35000, "nie i w na się z do jest że to mam czy o ja dzień dobry dziękuję proszę zamówienie paczka kiedy już"
		" będzie rozmiar kolor niebieski zielony czarny faktura płatność karta zniżka kod dzisiaj jutro tydzień dni"
		" otrzymałem wysłane adres numer zwrot wymiana buty kurtka koszula spodnie sukienka dostępny uszkodzony brakuje"
		" gwarancja cena źle żółty łatwo ćwierć",
		"ba cie czy da do dło ga ję ka kie ko ła le ło ma mie na nie no ość pa po prze ra ro rzy sa się sta szy ta to wa wie"
		" wy za ze ż ź", ". ", true},
	{"ar", 50, 25000, "من في على هل أنا لا ما هذا إلى أن مع شكرا مرحبا طلب الطلب متى الشحن التوصيل العنوان رقم المقاس اللون أزرق"
		" أخضر أسود الفاتورة الدفع بطاقة خصم كود اليوم غدا أسبوع أيام استلمت أرسلت إرجاع استرداد استبدال حذاء سترة قميص"
		" بنطلون فستان متوفر مكسور ناقص ضمان السعر أكبر أصغر نعم كيف مساعدة مشكلة سؤال لحظة",
		"ال ب ت م ن ر س ك ل ي و ه ع ق ف د ح ج ش خ ط ص ض ان ات ون ين ية تر مس", "؟ ", true},
	{"zh-CN", 45, 8000, "的 我 你 是 了 在 有 不 吗 请问 订单 什么时候 发货 快递 地址 号码 尺码 颜色 蓝色 绿色 黑色 发票 付款 银行卡 优惠券 今天 明天 星期"
		" 收到 寄出 退货 退款 换货 鞋子 外套 衬衫 裤子 裙子 有货 坏了 少了 保修 价格 便宜 大一点 小一点 谢谢 您好 好的 可以 帮忙 问题 稍等 查一下",
		"一 上 下 中 人 们 会 到 前 包 单 厂 台 号 品 商 器 图 型 城 外 子 定 家 小 屋 工 市 店 张 式 心 手 打 折 新 日 时 本 机 条 杯 板 架 柜 椅 樱 水 流 海"
		" 灯 物 特 现 电 白 盒 盖 码 空 箱 红 线 组 网 老 表 衣 袋 装 角 计 货 质 车 轮 送 通 道 部 重 量 金 钟 铁 门 间 面 音 页 风 食 香 高 鱼 黄", "。", false},
	{"ja-JP", 35, 8000, "の は が を に で です ます 注文 いつ 届きます 配送 住所 番号 サイズ 色 青 緑 黒 領収書 支払い カード 割引 クーポン 今日 明日 来週"
		" 届きました 発送 返品 返金 交換 靴 ジャケット シャツ ズボン ドレス 在庫 壊れて 足りない 保証 価格 大きい 小さい ありがとうございます こんにちは"
		" お願いします 確認 少々 お待ちください 日本語",
		"ア イ カ キ ク コ サ シ ス タ チ ト ナ ニ ハ フ マ ミ ラ リ ル ロ ン ー 山 川 木 水 火 土 金 月 日 本 東 西 南 北 大 小 高 安 新 古 あ い う か き く こ さ し た ち と な",
		"。", false},
	{"th-TH", 10, 3000, "สวัสดี ครับ ค่ะ สั่งซื้อ ส่งของ เมื่อไหร่ ที่อยู่ หมายเลข ขนาด สี สีน้ำเงิน สีเขียว ใบเสร็จ ชำระเงิน บัตร ส่วนลด วันนี้ พรุ่งนี้"
		" ได้รับ คืนสินค้า คืนเงิน เปลี่ยน รองเท้า เสื้อ กางเกง มี ไม่มี เสีย ประกัน ราคา ขอบคุณ",
		"กา ขอ คน งาน จะ ชา ดี ตา ทำ นา บ้าน ปลา ฝน มา ยา รัก ลม วัน สุข หา อยู่", " ", false},
};

const uint32_t load_n_languages = sizeof(load_languages) / sizeof(*load_languages);
