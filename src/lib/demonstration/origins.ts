/** Where invented people come from: what they speak and what they are called, some also in their own script. */
export type Origin = {
	readonly nationality: string;
	/** Spoken languages, best first, also ones that Halte does not have. */
	readonly languages: readonly string[];
	readonly family: readonly string[];
	readonly women: readonly string[];
	readonly men: readonly string[];
};

function origin(nationality: string, languages: string, family: string, women: string, men: string): Origin {
	const list = (names: string) => names.split(', ');
	return {
		nationality,
		languages: languages.split(' '),
		family: list(family),
		women: list(women),
		men: list(men),
	};
}

/** Origins outside the European Union, at least one for each language of Halte. All names are common ones, put together by chance. */
export const origins: readonly Origin[] = [
	origin(
		'SYR',
		'ar',
		'Haddad, Khalil, Al-Khatib, Nasser, الحداد',
		'Rania, Amal, Lina, أمل',
		'Omar, Sami, Tarek, يوسف',
	),
	origin(
		'MAR',
		'ar fr',
		'El Amrani, Benali, Aït Ouaziz, Bennis',
		'Fatima-Zahra, Salma, Imane',
		'Youssef, Lahcen, Hamza',
	),
	origin('IRQ', 'ar', 'Al-Jabbouri, Hussein, Saleh, الجبوري', 'Zahra, Noor, Shahad', 'Ali, Mustafa, حسين'),
	origin(
		'AFG',
		'fa ps',
		'Rahimi, Ahmadi, Noorzai, احمدی, رحیمی',
		'Parwana, Zahra, زهرا',
		'Najib, Farid, نجیب',
	),
	origin('AFG', 'ps fa', 'Wardak, Stanekzai, Khan, وردک', 'Gulalai, Spozhmai, گلالۍ', 'Gul, Zmarai, زمری'),
	origin('IRN', 'fa en', 'Hosseini, Karimi, Moradi, کریمی', 'Maryam, Shirin, شیرین', 'Reza, Amir, امیر'),
	origin('TUR', 'tr', 'Yılmaz, Çelik, Şahin, Öztürk', 'Ayşe, Gülşen, Elif', 'Mehmet, İsmail, Ömer'),
	origin('MKD', 'tr sq', 'Ademi, Şerif, Kasapoğlu', 'Sevgül, Emine, Gülten', 'Enver, Şaban, Cengiz'),
	origin('ERI', 'ti', 'Tesfay, Habte, Kidane, ተስፋይ', 'Selam, Semhar, ሰላም', 'Yonas, Filmon, ዮናስ'),
	origin('ETH', 'am ti en', 'Bekele, Gebremariam, Hailu', 'Hana, Tsion, Meron', 'Dawit, Abel, Samuel'),
	origin('SOM', 'so', 'Warsame, Cabdi, Xasan', 'Ayaan, Xaliimo, Hodan', 'Maxamed, Cali, Liibaan'),
	origin('COL', 'es', 'Rodríguez Peña, García, Muñoz Ángel', 'María José, Nuria, Luz', 'Ángel, Andrés, José'),
	origin(
		'BRA',
		'pt',
		'Silva, dos Santos Oliveira, Gonçalves',
		'Maria da Conceição, Inês, Luíza',
		'João, Thiago, Antônio',
	),
	origin('RUS', 'ru en', 'Smirnova, Volkov, Смирнова, Волков', 'Olga, Anna, Ольга', 'Dmitri, Ivan, Иван'),
	origin('UKR', 'uk ru', 'Kovalenko, Shevchenko, Шевченко', 'Oksana, Iryna, Оксана', 'Andrii, Taras, Андрій'),
	origin(
		'COD',
		'fr ln',
		'Kabongo, Ilunga, Tshibanda',
		'Merveille, Grâce, Chantal',
		'Jean-Pierre, Dieudonné, Trésor',
	),
	origin('CMR', 'fr en', 'Ngo Bassong, Fotso, Eto’o Mbarga', 'Ève, Solange, Carine', 'Hervé, Serge, Boris'),
	origin(
		'GIN',
		'ff fr',
		'Diallo, Barry, Camara',
		'Aïssatou, Mariama, Fanta',
		'Mamadou Saliou, Ibrahima, Alpha',
	),
	origin('SEN', 'wo fr', 'N’Diaye, Sow, Fall', 'Awa, Astou, Khady', 'Cheikh, Moussa, Babacar'),
	origin('SUR', 'nl', 'Ramdin, Pinas, van der Jagt', 'Shanti, Naomi, Sharda', 'Orlando, Radjesh, Winston'),
	origin('IND', 'hi en', 'Kaur, Sharma, Subramanian', 'Simran, Sujatha, Priya', 'Harpreet, Arjun, Vikram'),
	origin('PAK', 'ur en', 'Khan, Malik, خان', 'Amna, Sadia, آمنہ', 'Imran, Bilal, عمران'),
	origin('ALB', 'sq', 'Hoxha, Shehu, Çela', 'Arta, Elona, Vjollca', 'Arbër, Gëzim, Ilir'),
	origin('VNM', 'vi en', 'Nguyễn, Trần, Phạm', 'Thị Ánh, Hồng, Mai', 'Văn Đức, Minh, Quốc'),
	origin('CHN', 'zh en', 'Li, Wáng, Ōuyáng', 'Xiǎomíng, Méi, Jìng', 'Wěi, Lěi, Bó'),
	origin('USA', 'en', 'Smith, O’Connor, Washington', 'Siobhan, Emily, Grace', 'Tyler, Li, Sean'),
	origin('PHL', 'tl en', 'dela Cruz, Reyes, Bautista', 'Maricel, Jocelyn, Rosario', 'Rodel, Jun, Efren'),
];

/** Origins inside the European Union: their people are exempt. */
export const europeanOrigins: readonly Origin[] = [
	origin('FRA', 'fr', 'Lefèvre, N’Diaye, Le Goff', 'Chloé, Maëlle, Inès', 'Loïc, Noël, Théo'),
	origin(
		'ROU',
		'ro fr',
		'Popescu, Ștefănescu, Țurcanu',
		'Ioana, Ștefania, Mărioara',
		'Andrei, Ionuț, Răzvan',
	),
	origin('POL', 'pl en', 'Wójcik, Błaszczyk, Zielińska', 'Łucja, Małgorzata, Zofia', 'Łukasz, Paweł, Michał'),
	origin('BGR', 'bg en', 'Георгиева, Petrov, Dimitrova', 'Мария, Elena, Radka', 'Georgi, Иван, Stoyan'),
	origin('ITA', 'it en', 'D’Angelo, Ricci, De Santis', 'Giulia, Chiara, Niccolò', 'Luca, Nicolò, Matteo'),
	origin('ESP', 'es', 'Ibáñez, Peña Núñez, Etxeberria', 'Nuria, Begoña, Íngrid', 'Íñigo, Álvaro, Xavi'),
	origin('PRT', 'pt', 'Gonçalves, Simões, da Conceição', 'Inês, Conceição, Lurdes', 'Simão, Estêvão, João'),
	origin('NLD', 'nl', 'van ’t Hoff, de Vries, IJsselstein', 'Sanne, Fleur, Anouk', 'Daan, Joost, Sjoerd'),
	origin('DEU', 'de en', 'Müller-Lüdenscheidt, Weiß, Köhler', 'Jördis, Käthe, Heike', 'Jörg, Günther, Björn'),
];
