package demo

// townMeetings is every one-on-one of the story.
func townMeetings() []oneOnOne {
	return []oneOnOne{
		{
			"+12065550101", "Maria Lopez", "+12065550142", 2, 11, "Cafe Presse", kept, false,
			"She has mold in the bedroom and the rent went up twice", "I promised to bring the flyer by {next}",
			"She said she'll come to the tenant meeting",
		},
		{
			"+12065550101", "Jo Park", "+12065550143", 1, 13, "the library", inWords, false,
			"He wants heat in the winter, and knows everybody on his floor", "I promised to send the clinic's number by {next}",
			"He'll talk to two neighbors by {next}",
		},
		{
			"+12065550102", "Rosa Medina", "+12065550144", 2, 15, "la lavanderia", proposed, true, "le deben el deposito desde marzo",
			"Le prometi llevar el volante el {next}", "Dijo que viene a la asamblea",
		},
		{
			"+12065550102", "Óscar Núñez", "+12065550203", 2, 17, "la panaderia", silent, true, "organizo una huelga en su pais",
			"Le prometi el numero de la clinica el {next}", "Va a hablar con dos vecinos antes del {next}",
		},
		{
			"+12065550102", "Ximena Ñáñez", "+12065550204", 3, 11, "la biblioteca", kept, true, "tiene moho en el bano y subio la renta",
			"Le prometi llevar el volante el {next}", "Dijo que viene a la asamblea",
		},
		{
			"+12065550116", "Trần Văn Đức", "+12065550205", 4, 13, "the community room", forgotten, false, "Her deposit was never returned",
			"I promised nothing", "He'll talk to two neighbors by {next}",
		},
		{
			"+12065550116", "Nguyễn Thị Hoa", "+12065550206", 4, 15, "Cafe Presse", begun, false,
			"He is tired of meetings but came for the children", "I promised to bring the flyer by {next}",
			"She will bring her sister to the tenant meeting",
		},
		{
			"+12065550111", "Siobhán O'Dwyer", "+12065550207", 4, 17, "the library", missed, false, "She keeps a list of every repair since 2019",
			"I promised to send the clinic's number by {next}", "He will call the city by {next}",
		},
		{
			"+12065550101", "Wei Zhang", "+12065550208", 5, 11, "Lupita's Bakery", stopped, false,
			"She has mold in the bedroom and the rent went up twice", "I promised nothing", "She said she'll come to the tenant meeting",
		},
		{
			"+12065550112", "Ольга Петренко", "+12065550209", 5, 13, "the laundry room", doubted, false,
			"He wants heat in the winter, and knows everybody on his floor", "I promised to bring the flyer by {next}",
			"He'll talk to two neighbors by {next}",
		},
		{
			"+12065550115", "王秀英", "+12065550210", 7, 15, "Jefferson Park", kept, false,
			"Three families share one kitchen, the landlord does not answer", "I promised to send the clinic's number by {next}",
			"She will bring her sister to the tenant meeting",
		},
		{
			"+12065550102", "فاطمة حسن", "+12065550211", 6, 17, "la panaderia", wrongOne, true, "organizo una huelga en su pais",
			"Le prometi el numero de la clinica el {next}", "Va a hablar con dos vecinos antes del {next}",
		},
		{
			"+12065550113", "José Ángel Peña", "+12065550212", 7, 11, "Cafe Presse", declined, false,
			"The elevator has been out since May, his mother cannot go out", "I promised to bring the flyer by {next}",
			"She said she'll come to the tenant meeting",
		},
		{
			"+12065550116", "Marcus Bell", "+12065550213", 7, 13, "the library", calledOff, false, "Her deposit was never returned",
			"I promised to send the clinic's number by {next}", "He'll talk to two neighbors by {next}",
		},
		{
			"+12065550111", "Lupita Ortega", "+12065550214", 8, 15, "Lupita's Bakery", moved, false,
			"He is tired of meetings but came for the children", "I promised nothing", "She will bring her sister to the tenant meeting",
		},
		{
			"+12065550114", "Zoë Kowalski", "+12065550215", 9, 17, "the laundry room", failing, false,
			"She keeps a list of every repair since 2019", "I promised to bring the flyer by {next}", "He will call the city by {next}",
		},
		{
			"+12065550101", "Tyrone Hill", "+12065550216", 9, 11, "Jefferson Park", byCall, false,
			"She has mold in the bedroom and the rent went up twice", "I promised to send the clinic's number by {next}",
			"She said she'll come to the tenant meeting",
		},
		{
			"+12065550112", "Guadalupe Ibarra", "+12065550217", 9, 13, "the community room", asking, false,
			"He wants heat in the winter, and knows everybody on his floor", "I promised nothing", "He'll talk to two neighbors by {next}",
		},
		{
			"+12065550115", "Abdi Warsame", "+12065550218", 10, 15, "Cafe Presse", kept, false,
			"Three families share one kitchen, the landlord does not answer", "I promised to bring the flyer by {next}",
			"She will bring her sister to the tenant meeting",
		},
		{
			"+12065550102", "Mei-Ling Chu", "+12065550219", 11, 17, "la panaderia", silent, true, "organizo una huelga en su pais",
			"Le prometi el numero de la clinica el {next}", "Va a hablar con dos vecinos antes del {next}",
		},
		{
			"+12065550113", "Ramón Ávila", "+12065550220", 12, 11, "Lupita's Bakery", settling, false,
			"The elevator has been out since May, his mother cannot go out", "I promised nothing", "She said she'll come to the tenant meeting",
		},
		{
			"+12065550116", "Hannah Schmidt", "+12065550221", 12, 13, "the laundry room", kept, false, "Her deposit was never returned",
			"I promised to bring the flyer by {next}", "He'll talk to two neighbors by {next}",
		},
		{
			"+12065550111", "Phạm Quốc Bảo", "+12065550222", 12, 15, "Jefferson Park", forgotten, false,
			"He is tired of meetings but came for the children", "I promised to send the clinic's number by {next}",
			"She will bring her sister to the tenant meeting",
		},
		{
			"+12065550114", "Björn Åkesson", "+12065550223", 13, 17, "the community room", inWords, false,
			"She keeps a list of every repair since 2019", "I promised nothing", "He will call the city by {next}",
		},
		{
			"+12065550101", "Delia Fuentes", "+12065550224", 13, 11, "Cafe Presse", kept, false,
			"She has mold in the bedroom and the rent went up twice", "I promised to bring the flyer by {next}",
			"She said she'll come to the tenant meeting",
		},
		{
			"+12065550112", "Tamika Jones", "+12065550225", 15, 13, "the library", missed, false,
			"He wants heat in the winter, and knows everybody on his floor", "I promised to send the clinic's number by {next}",
			"He'll talk to two neighbors by {next}",
		},
		{
			"+12065550115", "Ivan Horvat", "+12065550226", 14, 15, "Lupita's Bakery", silent, false,
			"Three families share one kitchen, the landlord does not answer", "I promised nothing",
			"She will bring her sister to the tenant meeting",
		},
		{
			"+12065550102", "Łucja Nowak", "+12065550227", 15, 17, "la panaderia", kept, true, "organizo una huelga en su pais",
			"Le prometi el numero de la clinica el {next}", "Va a hablar con dos vecinos antes del {next}",
		},
		{
			"+12065550113", "Kenji Mori", "+12065550228", 15, 11, "Jefferson Park", begun, false,
			"The elevator has been out since May, his mother cannot go out", "I promised to send the clinic's number by {next}",
			"She said she'll come to the tenant meeting",
		},
		{
			"+12065550116", "Aaliyah Grant", "+12065550229", 16, 13, "the community room", kept, false, "Her deposit was never returned",
			"I promised nothing", "He'll talk to two neighbors by {next}",
		},
		{
			"+12065550111", "Pilar Domínguez", "+12065550230", 17, 15, "Cafe Presse", asking, false,
			"He is tired of meetings but came for the children", "I promised to bring the flyer by {next}",
			"She will bring her sister to the tenant meeting",
		},
		{
			"+12065550114", "Sunita Rao", "+12065550231", 17, 17, "the library", forgotten, false, "She keeps a list of every repair since 2019",
			"I promised to send the clinic's number by {next}", "He will call the city by {next}",
		},
		{
			"+12065550101", "Caleb Ward", "+12065550232", 17, 11, "Lupita's Bakery", moved, false,
			"She has mold in the bedroom and the rent went up twice", "I promised nothing", "She said she'll come to the tenant meeting",
		},
		{
			"+12065550112", "Thuy Lê", "+12065550233", 18, 13, "the laundry room", silent, false,
			"He wants heat in the winter, and knows everybody on his floor", "I promised to bring the flyer by {next}",
			"He'll talk to two neighbors by {next}",
		},
		{
			"+12065550115", "Noor Rahman", "+12065550234", 18, 15, "Jefferson Park", kept, false,
			"Three families share one kitchen, the landlord does not answer", "I promised to send the clinic's number by {next}",
			"She will bring her sister to the tenant meeting",
		},
		{
			"+12065550102", "Ines Cordero", "+12065550235", 20, 17, "la panaderia", inWords, true, "organizo una huelga en su pais",
			"Le prometi el numero de la clinica el {next}", "Va a hablar con dos vecinos antes del {next}",
		},
		{
			"+12065550111", "Walter Boyd", "+12065550236", 21, 9, "Cafe Presse", waiting, false,
			"The elevator has been out since May, his mother cannot go out", "I promised to bring the flyer by {next}",
			"She said she'll come to the tenant meeting",
		},
		{
			"+12065550101", "Fatou Diallo", "+12065550237", 21, 11, "the library", confirmed, false, "Her deposit was never returned",
			"I promised to send the clinic's number by {next}", "He'll talk to two neighbors by {next}",
		},
		{
			"+12065550112", "Gloria Espino", "+12065550238", 21, 14, "Lupita's Bakery", open, false,
			"He is tired of meetings but came for the children", "I promised nothing", "She will bring her sister to the tenant meeting",
		},
		{
			"+12065550113", "Ed Larkin", "+12065550239", 21, 16, "the laundry room", confirmed, false,
			"She keeps a list of every repair since 2019", "I promised to bring the flyer by {next}", "He will call the city by {next}",
		},
		{
			"+12065550114", "Camila Rojas", "+12065550240", 21, 17, "Jefferson Park", open, false,
			"She has mold in the bedroom and the rent went up twice", "I promised to send the clinic's number by {next}",
			"She said she'll come to the tenant meeting",
		},
		{
			"+12065550101", "Sven Lund", "+12065550241", 22, 10, "the community room", open, false,
			"He wants heat in the winter, and knows everybody on his floor", "I promised nothing", "He'll talk to two neighbors by {next}",
		},
		{
			"+12065550115", "Amara Obi", "+12065550242", 22, 13, "Cafe Presse", confirmed, false,
			"Three families share one kitchen, the landlord does not answer", "I promised to bring the flyer by {next}",
			"She will bring her sister to the tenant meeting",
		},
		{
			"+12065550116", "Teo Vargas", "+12065550243", 22, 15, "the library", open, false,
			"She organized a strike back home and would speak at a hearing", "I promised to send the clinic's number by {next}",
			"He will call the city by {next}",
		},
		{
			"+12065550112", "Ruth Adler", "+12065550244", 22, 18, "Lupita's Bakery", settling, false,
			"The elevator has been out since May, his mother cannot go out", "I promised nothing", "She said she'll come to the tenant meeting",
		},
		{
			"+12065550102", "Lan Phan", "+12065550245", 23, 12, "el parque", confirmed, true, "quiere calefaccion y conoce a todos en su piso",
			"Le prometi el numero de la clinica el {next}", "Va a hablar con dos vecinos antes del {next}",
		},
		{
			"+12065550113", "Omar Haddad", "+12065550246", 24, 15, "Jefferson Park", open, false,
			"He is tired of meetings but came for the children", "I promised to send the clinic's number by {next}",
			"She will bring her sister to the tenant meeting",
		},
		{
			"+12065550111", "Nadia Popescu", "+12065550247", 25, 16, "the community room", open, false,
			"She keeps a list of every repair since 2019", "I promised nothing", "He will call the city by {next}",
		},
		{
			"+12065550101", "Maria Lopez", "+12065550142", 20, 15, "Cafe Presse", kept, false,
			"She has mold in the bedroom and the rent went up twice", "I promised to bring the flyer by {next}",
			"She said she'll come to the tenant meeting",
		},
		{
			"+12065550101", "Jo Park", "+12065550143", 19, 15, "the library", kept, false,
			"He wants heat in the winter, and knows everybody on his floor", "I promised to send the clinic's number by {next}",
			"He'll talk to two neighbors by {next}",
		},
	}
}
