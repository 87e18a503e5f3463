// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/mine_words.h"

#include <array>
#include <string>
#include <unordered_map>

namespace catalogue {

namespace {

using Role = MineName::Role;

struct Line
{
    Role role;
    std::string_view words; // the meaning, then what else stands for it
};

// Folded: lower case, no accents. The first word of a line is the meaning of all of them.
constexpr std::array Lines{
    // kinds and companies
    Line{Role::Kind, "mine mina mines minas mng mining minera minero mineral minerals mineras"},
    Line{Role::Kind, "prospect prospecto prospects prospectos prosp"},
    Line{Role::Kind, "deposit deposito deposits depositos yacimiento yacimientos criadero dep"},
    Line{Role::Kind, "quarry cantera quarries canteras qy"},
    Line{Role::Kind, "pit tajo pits tajos borrow banco openpit"},
    Line{Role::Kind,
         "claim claims lote lotes fundo fundos denuncio concesion concession lode lodes"},
    Line{Role::Kind, "group grupo groups grp gp"},
    Line{Role::Kind, "property propiedad properties propery prop"},
    Line{Role::Kind, "project proyecto projects proy proj"},
    Line{Role::Kind, "occurrence ocurrencia occurrences manifestacion showing anomaly occ"},
    Line{Role::Kind, "plant planta plants plantas works"},
    Line{Role::Kind, "mill molino mills beneficio millsite"},
    Line{Role::Kind, "smelter fundicion fundidora smelters"},
    Line{Role::Kind, "refinery refineria refineries"},
    Line{Role::Kind, "shaft tiro shafts"},
    Line{Role::Kind, "adit socavon adits tunnel tunel"},
    Line{Role::Kind, "placer placers placeres"},
    Line{Role::Kind, "district distrito dist districts"},
    Line{Role::Kind,
         "company compania co cia corp corporation corporacion inc ltd llc lp sa cv plc"},
    Line{Role::Kind, "operation operacion operations operaciones"},
    Line{Role::Kind, "location localidad locality site sitio sites"},
    Line{Role::Kind, "area zona zone body orebody ore complex complejo unit unidad"},
    Line{Role::Kind, "working workings obra obras diggings excavation"},
    Line{Role::Kind, "product products productos materials material materiales industries supply"},
    Line{Role::Kind, "tailings jales dump dumps terrero terreros"},
    Line{Role::Kind, "consolidated cons consol consolidada"},
    Line{Role::Kind, "brothers bros hermanos sons son"},
    // parts of one place
    Line{Role::Qualifier, "north norte northern n"},
    Line{Role::Qualifier, "south sur southern s"},
    Line{Role::Qualifier, "east este oriente eastern e"},
    Line{Role::Qualifier, "west oeste poniente western w"},
    Line{Role::Qualifier, "northeast noreste ne"},
    Line{Role::Qualifier, "southwest suroeste sw"},
    Line{Role::Qualifier, "northwest noroeste nw"},
    Line{Role::Qualifier, "southeast sureste se"},
    Line{Role::Qualifier, "upper alto alta arriba up"},
    Line{Role::Qualifier, "lower bajo baja abajo"},
    Line{Role::Qualifier, "big grande great gran"},
    Line{Role::Qualifier, "little chico chica pequeno small"},
    Line{Role::Qualifier, "middle medio media central center centro"},
    Line{Role::Qualifier, "new nuevo nueva"},
    Line{Role::Qualifier, "old viejo vieja antigua antiguo"},
    Line{Role::Qualifier, "extension ext ampliacion"},
    // substances
    Line{Role::Substance, "gold oro"},
    Line{Role::Substance, "silver plata"},
    Line{Role::Substance, "copper cobre"},
    Line{Role::Substance, "lead plomo"},
    Line{Role::Substance, "zinc cinc"},
    Line{Role::Substance, "iron fierro hierro"},
    Line{Role::Substance, "lithium litio"},
    Line{Role::Substance, "manganese manganeso"},
    Line{Role::Substance, "tungsten tungsteno wolframio"},
    Line{Role::Substance, "mercury mercurio quicksilver azogue"},
    Line{Role::Substance, "graphite grafito"},
    Line{Role::Substance, "uranium uranio"},
    Line{Role::Substance, "tin estano"},
    Line{Role::Substance, "barite barita"},
    Line{Role::Substance, "fluorite fluorita fluorspar"},
    Line{Role::Substance, "gypsum yeso"},
    Line{Role::Substance, "salt sal"},
    Line{Role::Substance, "clay arcilla"},
    Line{Role::Substance, "limestone caliza"},
    Line{Role::Substance, "lime cal"},
    Line{Role::Substance, "marble marmol"},
    Line{Role::Substance, "sand arena"},
    Line{Role::Substance, "gravel grava"},
    Line{Role::Substance, "coal carbon"},
    Line{Role::Substance, "asbestos asbesto"},
    Line{Role::Substance, "sulfur azufre sulphur"},
    Line{Role::Substance, "cement cemento portland"},
    Line{Role::Substance, "stone piedra"},
    Line{Role::Substance, "rock roca"},
    Line{Role::Substance, "granite granito"},
    Line{Role::Substance, "silica silice"},
    Line{Role::Substance, "quartz cuarzo"},
    Line{Role::Substance, "feldspar feldespato"},
    Line{Role::Substance, "brick ladrillo"},
    Line{Role::Substance, "mica talc perlite pumice volcanic cinder cinders slag aggregate"},
    Line{Role::Substance, "phosphate fosfato"},
    Line{Role::Substance, "potash potasa"},
    Line{Role::Substance, "magnesite magnesita"},
    // places and words of names
    Line{Role::Name, "mountain mt mtn mount mountains mtns cerro cerros montana monte"},
    Line{Role::Name, "hill loma hills lomas"},
    Line{Role::Name, "peak pico pk picacho"},
    Line{Role::Name, "canyon canon cyn cn"},
    Line{Role::Name, "creek arroyo ck cr crk"},
    Line{Role::Name, "river rio"},
    Line{Role::Name, "spring springs ojo sprgs spr manantial"},
    Line{Role::Name, "lake lago laguna lk"},
    Line{Role::Name, "valley valle vly"},
    Line{Role::Name, "ranch rancho rch"},
    Line{Role::Name, "range sierra rge"},
    Line{Role::Name, "ridge cuchilla"},
    Line{Role::Name, "pass puerto paso"},
    Line{Role::Name, "saint san santa santo st sta ste sto"},
    Line{Role::Name, "junction jct"},
    Line{Role::Name, "road rd camino"},
    Line{Role::Name, "national natl nacional"},
    Line{Role::Name, "american amer americana americano"},
    Line{Role::Name, "international intl internacional"},
    Line{Role::Name, "california calif"},
    Line{Role::Name, "king rey"},
    Line{Role::Name, "queen reina"},
    Line{Role::Name, "hope esperanza"},
    Line{Role::Name, "star estrella"},
    Line{Role::Name, "eagle aguila"},
    Line{Role::Name, "lion leon"},
    Line{Role::Name, "black negro negra"},
    Line{Role::Name, "white blanco blanca"},
    Line{Role::Name, "red rojo roja colorado colorada"},
    Line{Role::Name, "green verde"},
    Line{Role::Name, "blue azul"},
    Line{Role::Name, "yellow amarillo amarilla"},
    Line{Role::Name, "golden dorado dorada"},
    Line{Role::Name, "fortune fortuna"},
    Line{Role::Name, "luck suerte lucky"},
    Line{Role::Name, "union"},
    Line{Role::Name, "liberty libertad"},
    Line{Role::Name, "victory victoria"},
    Line{Role::Name, "cross cruz"},
    Line{Role::Name, "sun sol"},
    Line{Role::Name, "moon luna"},
    Line{Role::Name, "bell campana"},
    Line{Role::Name, "rose rosa"},
    Line{Role::Name, "pine pino"},
    Line{Role::Name, "oak encino"},
    Line{Role::Name, "hidden escondida escondido"},
    Line{Role::Name, "burro donkey"},
    Line{Role::Name, "bear oso"},
    Line{Role::Name, "wolf lobo"},
    Line{Role::Name, "bull toro"},
    Line{Role::Name, "treasure tesoro"},
    Line{Role::Name, "good bueno buena"},
    Line{Role::Name, "rich rico rica"},
    Line{Role::Name, "holy sacramento"},
    Line{Role::Name, "jesus"},
    Line{Role::Name, "cave cueva"},
    Line{Role::Name, "water agua"},
    Line{Role::Name, "house casa"},
    Line{Role::Name, "door puerta"},
    Line{Role::Name, "virgin virgen"},
    Line{Role::Name, "friend amigo amiga"},
    Line{Role::Name, "peace paz"},
    Line{Role::Name, "christmas navidad"},
};

constexpr std::string_view Nothing =
    "the el la los las le de del of y e and at in en al a for lo und d";
constexpr std::string_view Unnamed =
    "unnamed unknown noname nameless undetermined unidentified desconocido desconocida innominada "
    "anonima";
constexpr std::string_view Another = "formerly aka alias antes also formely";
constexpr std::string_view NumberSigns = "no nos num number numbers numero numeros num nums nbr";

template <class Visit>
void eachWord(std::string_view words, Visit&& visit)
{
    while (!words.empty()) {
        const size_t end = std::min(words.find(' '), words.size());
        if (end > 0)
            visit(words.substr(0, end));
        words.remove_prefix(std::min(end + 1, words.size()));
    }
}

std::unordered_map<std::string_view, MineWord> allWords()
{
    std::unordered_map<std::string_view, MineWord> all;
    for (const Line& line : Lines) {
        std::string_view meaning;
        eachWord(line.words, [&](std::string_view word) {
            if (meaning.empty())
                meaning = word;
            all.emplace(word, MineWord{meaning, line.role});
        });
    }
    eachWord(Nothing, [&](std::string_view word) {
        all[word] = {word, Role::Kind, false, false, true};
    });
    eachWord(Unnamed, [&](std::string_view word) { all[word] = {word, Role::Kind, false, true}; });
    eachWord(Another, [&](std::string_view word) { all[word] = {word, Role::Kind, true}; });
    eachWord(NumberSigns, [&](std::string_view word) {
        all[word] = {word, Role::Kind, false, false, false, true};
    });
    return all;
}

} // namespace

const MineWord* findMineWord(std::string_view word)
{
    static const std::unordered_map<std::string_view, MineWord> all = allWords();
    const auto found = all.find(word);
    return found == all.end() ? nullptr : &found->second;
}

int numberWord(std::string_view word)
{
    static const std::unordered_map<std::string_view, int> numbers = [] {
        constexpr std::array<std::string_view, 10> words{"one uno una first primera primero 1st",
                                                         "two dos second segunda segundo 2nd",
                                                         "three tres third tercera tercero 3rd",
                                                         "four cuatro fourth cuarta cuarto 4th",
                                                         "five cinco fifth quinta quinto 5th",
                                                         "six seis sixth sexta sexto 6th",
                                                         "seven siete seventh 7th",
                                                         "eight ocho eighth 8th",
                                                         "nine nueve ninth 9th",
                                                         "ten diez tenth 10th"};
        std::unordered_map<std::string_view, int> all;
        for (size_t i = 0; i < words.size(); ++i)
            eachWord(words[i], [&](std::string_view each) { all.emplace(each, int(i) + 1); });
        return all;
    }();
    const auto found = numbers.find(word);
    return found == numbers.end() ? 0 : found->second;
}

std::string_view oppositeOf(std::string_view meaning)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> pairs{
        {{"north", "south"},
         {"east", "west"},
         {"northeast", "southwest"},
         {"northwest", "southeast"},
         {"upper", "lower"},
         {"big", "little"},
         {"new", "old"}}};
    for (const auto& [one, other] : pairs) {
        if (meaning == one)
            return other;
        if (meaning == other)
            return one;
    }
    return {};
}

} // namespace catalogue
