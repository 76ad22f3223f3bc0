-- Names and words are compared and sorted without accents and case, whatever the database's locale: lower() of the C locale knows only A to Z. The function
-- says the same as core/fold, which a test holds it to; what is generated from it repairs what is stored.

-- +goose Up
-- +goose StatementBegin
CREATE FUNCTION folded(s text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $fold$
SELECT lower(replace(replace(replace(replace(replace(replace(replace(replace(translate(regexp_replace(normalize(s, NFKD), '[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u0640\u064b-\u065f\u0670\u200b-\u200f\u2060\ufeff]', '', 'g'), 'ĐđÐðŁłØøĦħıŦŧŊŋƁɓƊɗƘƙƏəƐɛƆɔƳƴ’‘ʼʻ`´′‐‑‒–—“”«»ςىͰͲͶͿΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩϏϘϚϜϞϠϢϤϦϨϪϬϮϷϺϽϾϿЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯѠѢѤѦѨѪѬѮѰѲѴѸѺѼѾҀҊҌҎҐҒҔҖҘҚҜҞҠҢҤҦҨҪҬҮҰҲҴҶҸҺҼҾӀӃӅӇӉӋӍӔӘӠӨӶӺӼӾԀԂԄԆԈԊԌԎԐԒԔԖԘԚԜԞԠԢԤԦԨԪԬԮԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖᲐᲑᲒᲓᲔᲕᲖᲗᲘᲙᲚᲛᲜᲝᲞᲟᲠᲡᲢᲣᲤᲥᲦᲧᲨᲩᲪᲫᲬᲭᲮᲯᲰᲱᲲᲳᲴᲵᲶᲷᲸᲹᲺᲽᲾᲿ', 'ddddlloohhittnnbbddkkeeeeooyy''''''''''''''-----""""σيͱͳͷϳαβγδεζηθικλμνξοπρστυφχψωϗϙϛϝϟϡϣϥϧϩϫϭϯϸϻͻͼͽђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяѡѣѥѧѩѫѭѯѱѳѵѹѻѽѿҁҋҍҏґғҕҗҙқҝҟҡңҥҧҩҫҭүұҳҵҷҹһҽҿӏӄӆӈӊӌӎӕәӡөӷӻӽӿԁԃԅԇԉԋԍԏԑԓԕԗԙԛԝԟԡԣԥԧԩԫԭԯաբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆაბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰჱჲჳჴჵჶჷჸჹჺჽჾჿ'), 'ß', 'ss'), 'ẞ', 'ss'), 'æ', 'ae'), 'Æ', 'ae'), 'œ', 'oe'), 'Œ', 'oe'), 'þ', 'th'), 'Þ', 'th'))
$fold$;
-- +goose StatementEnd

ALTER TABLE people ADD COLUMN name_folded text NOT NULL GENERATED ALWAYS AS (folded(name)) STORED;
CREATE INDEX people_folded ON people (name_folded, id);
CREATE INDEX people_folded_begins ON people (name_folded text_pattern_ops);
CREATE INDEX people_folded_last ON people (substring(name_folded from '[^ ]+$') text_pattern_ops);
DROP INDEX people_name, people_name_begins, people_last_begins, people_organizer;
CREATE INDEX people_organizer ON people (organizer_id, name_folded, id) WHERE organizer_id IS NOT NULL AND erased_at IS NULL;

DELETE FROM wrong_numbers w USING wrong_numbers o WHERE o.phone_id = w.phone_id AND folded(o.name) = folded(w.name) AND o.name < w.name;
UPDATE wrong_numbers SET name = folded(name);

CREATE INDEX messages_words ON messages USING gin (to_tsvector('simple', folded(body)));
CREATE INDEX meetings_words ON meetings USING gin (to_tsvector('simple', folded(place))) WHERE place <> '';

-- +goose Down
DROP INDEX messages_words, meetings_words, people_organizer;
CREATE INDEX people_organizer ON people (organizer_id, lower(name), id) WHERE organizer_id IS NOT NULL AND erased_at IS NULL;
CREATE INDEX people_name ON people (lower(name), id);
CREATE INDEX people_name_begins ON people (lower(name) text_pattern_ops);
CREATE INDEX people_last_begins ON people (lower(substring(name from '[^ ]+$')) text_pattern_ops);
ALTER TABLE people DROP COLUMN name_folded;
DROP FUNCTION folded;
