"""Given names that people in Dutch schools bear today, beside those of the older list in ``models/nl_names``.

Written for this project from general knowledge: names of the last decades, and those of families from
Turkey, Morocco, Surinam, the Antilles, Syria, Eritrea, Somalia, Poland, Ukraine, China, Indonesia, Iran,
Ghana and Friesland.
"""

from __future__ import annotations

_NAMES = (
    "rajesh abdel abdelhak abdelkader abdellah abdi abdirahman abdul abel abena adam agnieszka agus ahmed "
    "ahmet aicha aiden aisha akua ali amal amber amina amir anass andriy anita anjali anna anouar anouk "
    "arne ashna asma axel ayaan aylin ayoub ayse ayşe aziz aïcha babak bas bassel baukje beata benjamin "
    "bente bilal bo boaz bohdan boris bouchra bouke bowie brahim bram britt budi burak büşra carlijn "
    "cas casper cees ceren chaima chantal charlotte chidi chloë damian dani daryna david deeqa defne "
    "demi deniz derya dewi dex dilek dima dinesh dmytro dorota doutzen douwe dries driss dylan ebru eda "
    "eelke elias elif elin elise ella emine emma emre esila esmée esra eva evi ewa ezra fabian fadoua "
    "fadumo farid farida farzaneh fatima fatma faye fedde feike felix femke fenna fenne feven filiz "
    "filmon finn firas fleur floor floortje floris fokke fouad freek froukje gerbrich ghassan giel gijs "
    "gjalt guus guusje gül gülsüm hafid hafsa hailey hajar hakan hakim hala hamdi hamza hanane hanna "
    "harmen hasan hassan hatice hiba hicham hidde hodan hossein houda hugo humphrey hylke hülya hüseyin "
    "ibrahim idriss ifrah ikram ilham ilias ilse ilyas imad imane indy iris iryna isa isabel ismail ivy "
    "jace jade jakub jamal jamila jasmijn jeandro jef jelle jelmer jens jerrel jesse jihane jildou "
    "jinthe jip jitske joanna joep jonas joppe joris jorn joshua jurandy jurre juul kai karim karima "
    "kas kasia katarzyna kateryna katrien kemal khadija khalid kian kidane kinga kiran klaske koen kofi "
    "krijn krzysztof kwabena kwame kyra kübra laila lara lars latifa laura layla lena lenn levi lex "
    "liam lieke lies lina linde ling linh lisa liv lize lode loek logan lola lore lotte lou loubna "
    "louise loïs luca lucas luna luuk luwam lynn madelief magda maha mahad mahmoud majd malika marek "
    "mariam marit maryam mats maud maxime małgorzata mees mehdi mehmet mehret meike meindert melek "
    "merel merve meryem mette micha michał mick mika mila milan milou minh mirthe mo mohamed mohammed "
    "monika moos morris mounir mourad murat mussie mustafa mustapha myrthe nabil nadia naima najat "
    "najib naoufal nasim nasrin natalia nathan naïma nele ngozi niek niels nienke nina noa noah noor "
    "nora norah noud nour noureddine nova novi nur nurcan nynke oeds oksana oleksandr olena olha olivia "
    "olivier oluwaseun omar onur orhan oscar othman otis otto oumaima owen parisa paulien paweł pepijn "
    "philou pien pieter pim pinar piotr priya puck putri quinten quinty rabia rachid rachida radj rana "
    "rania ravi rayan reda redmer redouan rens reza riemer rignald rik rima rishi rixt roan robbe robin "
    "romy roos rosa rosalie roshni ruben ruud saar saba safae safia sagal said saida salma sam samir "
    "samira samuel sanae sanne sara seda selam selin sem senait senn senna senne sepp seppe serhiy "
    "serkan sevgi shanti sharda shirin sibel siebe siem sietske siham silke sjoerd sjors sjoukje soerad "
    "sofie songül sophie soraya souad soufiane soumaya stan stef stella sterre stijn storm sunita suze "
    "sven svitlana sybren sylvie sytske taras tareq tarik tesfay tess tessa teun thijs thirza thomas "
    "thuy tibbe tieme ties tijn tim tirza tjeerd tjitske tjitte tobias tolga tom tomasz toon tsjerk "
    "tuğba twan tygo veerle vera vigo vince vinod volkan wael wafa wahid walid wannes wei wende wil wim "
    "winston wojciech wout wouter wytske xavi xin yara yasemin yasmina yassine yeliz yfke yohannes "
    "yonas younes youp yousra youssef ype yuliia yuna yusuf zahra zakaria zara zayn zehra zeynep ziad "
    "zineb zofia zohra zoë zuzanna ömer özlem"
)
GIVEN_NAMES = frozenset(_NAMES.split())
