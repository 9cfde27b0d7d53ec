import type { Random } from "../random";

const GIVEN: readonly string[] =
	"Ada Aiko Alba Amara Anouk Arvid Asha Bela Birgit Bruno Callum Carmen Ciro Dagny Dara Dario Edda Eino Elif Emre Esme Farah Felix Fenna Finn Freya Gala Gwen Hana Hugo Ida Idris Ilse Imke Ivo Jana Jaro Juno Kaito Karim Keira Kofi Lale Lars Leonie Linus Lotte Luca Maeve Malik Marta Mateo Mei Milo Nadia Nela Nico Noor Odile Olek Otis Paloma Pelle Petra Quinn Rafi Rhea Robin Rosa Runa Sabine Sami Selma Silas Sofie Soren Suki Tariq Tess Thea Tomas Uma Valeria Vera Wanda Willem Xenia Yara Yuki Zeno Zoe".split(
		" ",
	);

const FAMILY: readonly string[] =
	"Abara Acker Adeyemi Almgren Bakker Barros Bellweather Blum Caldwell Castell Dahl Dimov Eklund Farrow Ferreira Fink Galindo Grau Haldane Hartl Hoshino Ibsen Ivanek Jansma Kaplan Keller Kimura Kowal Lang Larkin Linde Marin Mbeki Moreau Nakai Nordin Obi Olsen Ortega Paasi Pereira Quist Rahimi Reuter Rossi Sandoval Sato Sinclair Sorbo Tamm Thorne Ueda Valk Vance Vidal Wolfe Yilmaz Zanetti".split(
		" ",
	);

const ADJECTIVE: readonly string[] =
	"amber brisk calm copper crooked dapper dusty early feral foggy gentle glass hollow idle jolly keen little lunar mellow misty nimble noisy odd paper pickled plum quiet rusty salty sleepy soft stormy sunday tidal tiny umber velvet wandering wooden".split(
		" ",
	);

const NOUN: readonly string[] =
	"acorn anchor badger barnacle beacon biscuit bramble button cello comet cricket driftwood ferry fern finch flint gull hedgehog heron kestrel kettle lantern lighthouse magpie marble moth mussel oar otter pebble pigeon pixel puffin quill rook sail sparrow sprite teapot thimble turnip walrus wren".split(
		" ",
	);

export type PersonName = { username: string; globalName: string | null };

/** Makes believable account names that are unique within one population. */
export function nameMaker(random: Random): () => PersonName {
	const taken = new Set<string>();
	const unique = (wish: string) => {
		let username = wish;
		while (taken.has(username)) username = `${wish}${random.int(2, 9999)}`;
		taken.add(username);
		return username;
	};
	return () => {
		const given = random.pick(GIVEN);
		const family = random.pick(FAMILY);
		const phrase = `${random.pick(ADJECTIVE)}${random.pick(["", "_", "."])}${random.pick(NOUN)}`;
		const style = random.next();
		if (style < 0.35) {
			const joint = random.pick(["", ".", "_"]);
			return {
				username: unique(`${given}${joint}${family}`.toLowerCase()),
				globalName: `${given} ${family}`,
			};
		}
		if (style < 0.6) return { username: unique(phrase), globalName: given };
		const title = phrase.replace(/[_.]/, " ").replace(/\b\w/g, (letter) => letter.toUpperCase());
		return { username: unique(phrase), globalName: random.chance(0.7) ? title : null };
	};
}
