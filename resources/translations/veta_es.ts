<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_MX" sourcelanguage="en">
<context>
    <name>Base</name>
    <message>
        <source>%1 cannot be read. Check that the file exists and that you may open it.</source>
        <translation>No se puede leer %1. Compruebe que el archivo existe y que usted puede abrirlo.</translation>
    </message>
    <message>
        <source>Reading %1 stopped part-way. Check the disk or the network drive it is on.</source>
        <translation>La lectura de %1 se detuvo a la mitad. Revise el disco o la unidad de red donde está.</translation>
    </message>
    <message>
        <source>%1 could not be made safe on the disk. Check that the disk has space and is still there.</source>
        <translation>No se pudo asegurar %1 en el disco. Compruebe que el disco tiene espacio y sigue conectado.</translation>
    </message>
    <message>
        <source>%1 could not be made. Check that you may write in its folder.</source>
        <translation>No se pudo crear %1. Compruebe que puede escribir en su carpeta.</translation>
    </message>
    <message>
        <source>%1 could not be written. Check that the disk has space.</source>
        <translation>No se pudo escribir %1. Compruebe que el disco tiene espacio.</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>“%1” does not say in which coordinate system it is. Say it with --crs, as in --crs EPSG:4326; ask whoever made the file where you do not know.</source>
        <translation>«%1» no dice en qué sistema de coordenadas está. Indíquelo con --crs, como en --crs EPSG:4326; pregunte a quien hizo el archivo si no lo sabe.</translation>
    </message>
    <message>
        <source>“%1” states a coordinate system that its coordinates contradict. Say the right one with --crs and --override-crs; ask whoever made the file where you do not know.</source>
        <translation>«%1» declara un sistema de coordenadas que sus coordenadas contradicen. Indique el correcto con --crs y --override-crs; pregunte a quien hizo el archivo si no lo sabe.</translation>
    </message>
    <message>
        <source>Choose another with --layer.</source>
        <translation>Elija otra con --layer.</translation>
    </message>
    <message>
        <source>“%1” holds several tables, and more than one may be the one of sites. Say which one with --layer: %2.</source>
        <translation>«%1» contiene varias tablas, y más de una puede ser la de los sitios. Diga cuál con --layer: %2.</translation>
    </message>
    <message>
        <source>“%1” cannot be added as it is. %2</source>
        <translation>«%1» no se puede agregar tal como está. %2</translation>
    </message>
    <message>
        <source>There is no way to WGS 84 numbered “%1”; there are %2: see veta-cli layer operations.</source>
        <translation>No hay ninguna vía a WGS 84 con el número «%1»; hay %2: vea veta-cli layer operations.</translation>
    </message>
    <message>
        <source>“%1” needs %2, which is not installed here. Install it, or choose another way.</source>
        <translation>«%1» necesita %2, que no está instalado aquí. Instálelo o elija otra vía.</translation>
    </message>
    <message>
        <source>“%1” has no fields to colour by: it is a picture.</source>
        <translation>«%1» no tiene campos según los cuales colorear: es una imagen.</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>en uso</translation>
    </message>
    <message>
        <source>ballpark: no change of datum</source>
        <translation>aproximada: sin cambio de datum</translation>
    </message>
    <message>
        <source>, ballpark: no change of datum</source>
        <translation>, aproximada: sin cambio de datum</translation>
    </message>
    <message>
        <source>needs %1, which is not installed</source>
        <translation>necesita %1, que no está instalado</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>no se indica</translation>
    </message>
    <message>
        <source>accuracy not stated</source>
        <translation>exactitud no indicada</translation>
    </message>
    <message>
        <source>number</source>
        <translation>número</translation>
    </message>
    <message>
        <source>way to WGS 84</source>
        <translation>vía a WGS 84</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>exactitud</translation>
    </message>
    <message>
        <source>remark</source>
        <translation>observación</translation>
    </message>
    <message>
        <source>where it is meant to be used</source>
        <translation>dónde debe usarse</translation>
    </message>
    <message>
        <source>--override-crs needs --crs.</source>
        <translation>--override-crs necesita --crs.</translation>
    </message>
    <message>
        <source>“%1” is one of the several files of a shapefile. Put them in a .zip and embed that.</source>
        <translation>«%1» es uno de los varios archivos de un shapefile. Póngalos en un .zip e incruste este.</translation>
    </message>
    <message>
        <source>“%1” is a folder. Put it in a .zip and embed that.</source>
        <translation>«%1» es una carpeta. Póngala en un .zip e incruste este.</translation>
    </message>
    <message>
        <source>“%1” states that it is in %2. Leave --crs out, or add --override-crs if you know the file to be wrong.</source>
        <translation>«%1» declara que está en %2. Omita --crs, o agregue --override-crs si sabe que el archivo se equivoca.</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>«%1» no se puede leer.</translation>
    </message>
    <message>
        <source>From %1 by: %2 (%3)%4</source>
        <translation>De %1 por: %2 (%3)%4</translation>
    </message>
    <message>
        <source>raster</source>
        <translation>ráster</translation>
    </message>
    <message>
        <source>vector</source>
        <translation>vectorial</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>type</source>
        <translation>tipo</translation>
    </message>
    <message>
        <source>geometry</source>
        <translation>geometría</translation>
    </message>
    <message>
        <source>size</source>
        <translation>tamaño</translation>
    </message>
    <message>
        <source>crs</source>
        <translation>SRC</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>se muestra</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>oculta</translation>
    </message>
    <message>
        <source>(embedded)</source>
        <translation>(incrustada)</translation>
    </message>
    <message>
        <source>opacity</source>
        <translation>opacidad</translation>
    </message>
    <message>
        <source>file</source>
        <translation>archivo</translation>
    </message>
    <message>
        <source>Removed %1.</source>
        <translation>Se quitó %1.</translation>
    </message>
    <message>
        <source>There is no file “%1”, nor a mapping of that name in the project file.</source>
        <translation>No hay ningún archivo «%1» ni una asignación de ese nombre en el archivo de proyecto.</translation>
    </message>
    <message>
        <source>“%1” could not be written.%2</source>
        <translation>«%1» no se pudo escribir.%2</translation>
    </message>
    <message>
        <source> The sites were imported, and the rows set aside are kept in the project file.</source>
        <translation> Los sitios se importaron, y las filas apartadas se conservan en el archivo de proyecto.</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>filas</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importadas</translation>
    </message>
    <message>
        <source>without position</source>
        <translation>sin posición</translation>
    </message>
    <message>
        <source>attached</source>
        <translation>agregadas</translation>
    </message>
    <message>
        <source>already there</source>
        <translation>ya estaban</translation>
    </message>
    <message>
        <source>mended</source>
        <translation>corregidas</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>apartadas</translation>
    </message>
    <message>
        <source>taken for: %1  %2</source>
        <translation>tomado por: %1  %2</translation>
    </message>
    <message>
        <source>its headers</source>
        <translation>sus encabezados</translation>
    </message>
    <message>
        <source>set aside: %1  %2</source>
        <translation>apartadas: %1  %2</translation>
    </message>
    <message>
        <source>positions: %1  %2 %3  %4</source>
        <translation>posiciones: %1  %2 %3  %4</translation>
    </message>
    <message>
        <source>unit not taken: %1  “%2”  %3</source>
        <translation>unidad no tomada: %1  «%2»  %3</translation>
    </message>
    <message>
        <source>“%1” cannot be imported as it is. %2</source>
        <translation>«%1» no se puede importar tal como está. %2</translation>
    </message>
    <message>
        <source>“%1” does not say in which coordinate system its positions are. Say it with --crs, as in --crs EPSG:4326; ask whoever made the file where you do not know.</source>
        <translation>«%1» no dice en qué sistema de coordenadas están sus posiciones. Indíquelo con --crs, como en --crs EPSG:4326; pregunte a quien hizo el archivo si no lo sabe.</translation>
    </message>
    <message>
        <source>“%1” is no colour. Write it as #RRGGBB or #AARRGGBB, or none.</source>
        <translation>«%1» no es un color. Escríbalo como #RRGGBB o #AARRGGBB, o bien none.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>class</source>
        <translation>clase</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>color</translation>
    </message>
    <message>
        <source>features</source>
        <translation>elementos</translation>
    </message>
    <message>
        <source>“%1” is no list of numbers, as in 0,10,50.</source>
        <translation>«%1» no es una lista de números, como 0,10,50.</translation>
    </message>
    <message>
        <source>Give the bounds of 2 to 12 classes, as in 0,10,50.</source>
        <translation>Indique los límites de 2 a 12 clases, como 0,10,50.</translation>
    </message>
    <message>
        <source>The style has no category “%1”.</source>
        <translation>El estilo no tiene la categoría «%1».</translation>
    </message>
    <message>
        <source>Wrote %1.</source>
        <translation>Se escribió %1.</translation>
    </message>
    <message>
        <source>“%1” has no features to draw: it is a picture.</source>
        <translation>«%1» no tiene elementos que dibujar: es una imagen.</translation>
    </message>
    <message>
        <source>The first number of %1 has to be below the second.</source>
        <translation>El primer número de %1 debe ser menor que el segundo.</translation>
    </message>
    <message>
        <source>--light wants an azimuth from 0 to 360 and an altitude from 1 to 90 degrees.</source>
        <translation>--light requiere un acimut de 0 a 360 y una altura de 1 a 90 grados.</translation>
    </message>
    <message>
        <source>There is no theme “%1”. “veta-cli theme list” names them.</source>
        <translation>No hay ningún tema «%1». «veta-cli theme list» los enumera.</translation>
    </message>
    <message>
        <source>“%1” could not be written.</source>
        <translation>No se pudo escribir “%1”.</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>bits de peso</translation>
    </message>
    <message>
        <source>site</source>
        <translation>sitio</translation>
    </message>
    <message>
        <source>other</source>
        <translation>otro</translation>
    </message>
    <message>
        <source>name of the other</source>
        <translation>nombre del otro</translation>
    </message>
    <message>
        <source>because</source>
        <translation>porque</translation>
    </message>
    <message>
        <source>%1 of %2 pairs; %3 records, compared in %4 pairs</source>
        <translation>%1 de %2 pares; %3 registros, comparados en %4 pares</translation>
    </message>
    <message>
        <source>Both names mean one site, %1.</source>
        <translation>Ambos nombres se refieren a un mismo sitio, %1.</translation>
    </message>
    <message>
        <source>together: one mine with a chance of %1 %</source>
        <translation>en conjunto: una misma mina con una probabilidad de %1 %</translation>
    </message>
    <message>
        <source>set</source>
        <translation>conjunto</translation>
    </message>
    <message>
        <source>true pairs</source>
        <translation>pares verdaderos</translation>
    </message>
    <message>
        <source>found</source>
        <translation>hallados</translation>
    </message>
    <message>
        <source>right</source>
        <translation>correctos</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>precisión</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>exhaustividad</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>umbral</translation>
    </message>
    <message>
        <source>%1 merged, %2 kept apart, %3 left for later, %4 without a decision</source>
        <translation>%1 fusionados, %2 mantenidos aparte, %3 para después, %4 sin decisión</translation>
    </message>
    <message>
        <source>“%1” is a site of its own again.</source>
        <translation>“%1” vuelve a ser un sitio propio.</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Afirmación</translation>
    </message>
    <message>
        <source>Country of concern</source>
        <translation>País de preocupación</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Criterio</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisión</translation>
    </message>
    <message>
        <source>Delegation</source>
        <translation>Delegación</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Estimación</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Requisito</translation>
    </message>
    <message>
        <source>Saved mapping</source>
        <translation>Correspondencia guardada</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Capa</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Calificación</translation>
    </message>
    <message>
        <source>Part in a project</source>
        <translation>Parte en un proyecto</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Proyecto</translation>
    </message>
    <message>
        <source>Imported record</source>
        <translation>Registro importado</translation>
    </message>
    <message>
        <source>Row set aside</source>
        <translation>Fila apartada</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Ajuste</translation>
    </message>
    <message>
        <source>Settled conflict</source>
        <translation>Conflicto resuelto</translation>
    </message>
    <message>
        <source>Commodity</source>
        <translation>Sustancia</translation>
    </message>
    <message>
        <source>Number elsewhere</source>
        <translation>Número en otro sistema</translation>
    </message>
    <message>
        <source>Merged site</source>
        <translation>Sitio fusionado</translation>
    </message>
    <message>
        <source>Other name</source>
        <translation>Otro nombre</translation>
    </message>
    <message>
        <source>Offtake</source>
        <translation>Compromiso de compra</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propietario</translation>
    </message>
    <message>
        <source>Pair of sites</source>
        <translation>Par de sitios</translation>
    </message>
    <message>
        <source>Permit</source>
        <translation>Permiso</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Proceso</translation>
    </message>
    <message>
        <source>Stage report</source>
        <translation>Informe de etapa</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Sitio</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Estilo</translation>
    </message>
    <message>
        <source>Finding let stand</source>
        <translation>Hallazgo aceptado</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Peso</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>Consultado el</translation>
    </message>
    <message>
        <source>Accuracy (m)</source>
        <translation>Exactitud (m)</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Al</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Autoridad</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>Comprador</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Candidatos</translation>
    </message>
    <message>
        <source>Capacity (t/year)</source>
        <translation>Capacidad (t/año)</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Citation</source>
        <translation>Cita</translation>
    </message>
    <message>
        <source>Chosen by</source>
        <translation>Elegido por</translation>
    </message>
    <message>
        <source>Claimed on</source>
        <translation>Afirmado el</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Condición</translation>
    </message>
    <message>
        <source>Contained metal (t)</source>
        <translation>Metal contenido (t)</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>Sistema de coordenadas</translation>
    </message>
    <message>
        <source>Cut-off grade</source>
        <translation>Ley de corte</translation>
    </message>
    <message>
        <source>Unit of the cut-off</source>
        <translation>Unidad de la ley de corte</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Decided on</source>
        <translation>Decidido el</translation>
    </message>
    <message>
        <source>Type of deposit</source>
        <translation>Tipo de yacimiento</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Huella digital</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Effective date</source>
        <translation>Fecha efectiva</translation>
    </message>
    <message>
        <source>Embedded</source>
        <translation>Incrustado</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Vence</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Alimentación</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Posición</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Ley</translation>
    </message>
    <message>
        <source>Unit of the grade</source>
        <translation>Unidad de la ley</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>Tratamiento</translation>
    </message>
    <message>
        <source>Holds the reserves</source>
        <translation>Incluye las reservas</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>Correspondencia</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Medida</translation>
    </message>
    <message>
        <source>Number of the merged site</source>
        <translation>Número del sitio fusionado</translation>
    </message>
    <message>
        <source>Merged on</source>
        <translation>Fusionado el</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Name (English)</source>
        <translation>Nombre (inglés)</translation>
    </message>
    <message>
        <source>Name (Spanish)</source>
        <translation>Nombre (español)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacidad</translation>
    </message>
    <message>
        <source>Operation to WGS 84</source>
        <translation>Operación a WGS 84</translation>
    </message>
    <message>
        <source>Other site</source>
        <translation>Otro sitio</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Matriz</translation>
    </message>
    <message>
        <source>Place in the list</source>
        <translation>Lugar en la lista</translation>
    </message>
    <message>
        <source>Accuracy of the position (m)</source>
        <translation>Exactitud de la posición (m)</translation>
    </message>
    <message>
        <source>Preferred</source>
        <translation>Preferido</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Plantilla</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Producto</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publicado</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Propósito</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rango</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Reason (English)</source>
        <translation>Motivo (inglés)</translation>
    </message>
    <message>
        <source>Reason (Spanish)</source>
        <translation>Motivo (español)</translation>
    </message>
    <message>
        <source>Record number</source>
        <translation>Número de registro</translation>
    </message>
    <message>
        <source>Record or page</source>
        <translation>Registro o página</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regla</translation>
    </message>
    <message>
        <source>Schematic</source>
        <translation>Esquemática</translation>
    </message>
    <message>
        <source>Share (%)</source>
        <translation>Participación (%)</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Date of the stage</source>
        <translation>Fecha de la etapa</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Situación</translation>
    </message>
    <message>
        <source>Layer of the file</source>
        <translation>Capa del archivo</translation>
    </message>
    <message>
        <source>Summary (English)</source>
        <translation>Resumen (inglés)</translation>
    </message>
    <message>
        <source>Summary (Spanish)</source>
        <translation>Resumen (español)</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Threshold (%)</source>
        <translation>Umbral (%)</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Ore (t)</source>
        <translation>Mineral (t)</translation>
    </message>
    <message>
        <source>Tonnes a year</source>
        <translation>Toneladas al año</translation>
    </message>
    <message>
        <source>UNFC class</source>
        <translation>Clase CMNU</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección web</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Value function</source>
        <translation>Función de valor</translation>
    </message>
    <message>
        <source>Visible</source>
        <translation>Se muestra</translation>
    </message>
    <message>
        <source>Let stand on</source>
        <translation>Aceptado el</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Año</translation>
    </message>
</context>
<context>
    <name>Geo</name>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>%1 W</source>
        <translation>%1 O</translation>
    </message>
    <message>
        <source>%1 E</source>
        <translation>%1 E</translation>
    </message>
    <message>
        <source>%1 S</source>
        <translation>%1 S</translation>
    </message>
    <message>
        <source>%1 N</source>
        <translation>%1 N</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>y %1 más</translation>
    </message>
    <message>
        <source>Kind not stated</source>
        <translation>Tipo no indicado</translation>
    </message>
    <message>
        <source>Stage not stated</source>
        <translation>Etapa no indicada</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Otros</translation>
    </message>
    <message>
        <source>No colour stated</source>
        <translation>Color no indicado</translation>
    </message>
    <message>
        <source>%1 (schematic)</source>
        <translation>%1 (esquemático)</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Sitios</translation>
    </message>
    <message>
        <source>Schematic, for orientation: %1</source>
        <translation>Esquemático, como orientación: %1</translation>
    </message>
    <message>
        <source>No value, or another</source>
        <translation>Sin valor, o con otro</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>hasta %1</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>más de %1</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>cualquier número</translation>
    </message>
    <message>
        <source>Relief</source>
        <translation>Relieve</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>Something went wrong that the program did not expect. Nothing was changed; the log says more.</source>
        <translation>Ocurrió algo que el programa no esperaba. No se cambió nada; el registro dice más.</translation>
    </message>
    <message>
        <source>There is not enough memory for this. Close other programs and try again. Nothing was changed.</source>
        <translation>No hay memoria suficiente para esto. Cierre otros programas e inténtelo de nuevo. No se cambió nada.</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>Changed the project's settings</source>
        <translation>Se cambió la configuración del proyecto</translation>
    </message>
    <message>
        <source>Made the project file %1</source>
        <translation>Creó el archivo de proyecto %1</translation>
    </message>
    <message>
        <source>Undid: %1</source>
        <translation>Deshizo: %1</translation>
    </message>
    <message>
        <source>Redid: %1</source>
        <translation>Rehízo: %1</translation>
    </message>
    <message>
        <source>Took in changes made by another program</source>
        <translation>Incorporó cambios hechos por otro programa</translation>
    </message>
    <message>
        <source>Settled a conflict in %1: %2</source>
        <translation>Resolvió un conflicto en %1: %2</translation>
    </message>
    <message>
        <source>Built the sample project</source>
        <translation>Preparó el proyecto de muestra</translation>
    </message>
    <message>
        <source>Changed the criterion %1</source>
        <translation>Cambió el criterio %1</translation>
    </message>
    <message>
        <source>Set the weights of %1</source>
        <translation>Fijó los pesos de %1</translation>
    </message>
    <message>
        <source>Changed the gate %1</source>
        <translation>Cambió el filtro %1</translation>
    </message>
    <message>
        <source>Changed the layer %1</source>
        <translation>Cambió la capa %1</translation>
    </message>
    <message>
        <source>Moved the layer %1</source>
        <translation>Movió la capa %1</translation>
    </message>
    <message>
        <source>Removed the layer %1</source>
        <translation>Quitó la capa %1</translation>
    </message>
    <message>
        <source>Added the layer %1</source>
        <translation>Agregó la capa %1</translation>
    </message>
    <message>
        <source>Added the project %1</source>
        <translation>Agregó el proyecto %1</translation>
    </message>
    <message>
        <source>Removed the project %1</source>
        <translation>Quitó el proyecto %1</translation>
    </message>
    <message>
        <source>Decided on %1: %2</source>
        <translation>Decidió sobre %1: %2</translation>
    </message>
    <message>
        <source>Took back the decision on %1</source>
        <translation>Retiró la decisión sobre %1</translation>
    </message>
    <message>
        <source>Set up the project</source>
        <translation>Configuró el proyecto</translation>
    </message>
    <message>
        <source>Changed the project %1</source>
        <translation>Cambió el proyecto %1</translation>
    </message>
    <message>
        <source>Added the delegation %1</source>
        <translation>Agregó la delegación %1</translation>
    </message>
    <message>
        <source>Removed the gate %1</source>
        <translation>Quitó el filtro %1</translation>
    </message>
    <message>
        <source>Added the gate %1</source>
        <translation>Agregó el filtro %1</translation>
    </message>
    <message>
        <source>Removed the criterion %1</source>
        <translation>Quitó el criterio %1</translation>
    </message>
    <message>
        <source>Added the criterion %1</source>
        <translation>Agregó el criterio %1</translation>
    </message>
    <message>
        <source>Added the site %1</source>
        <translation>Agregó el sitio %1</translation>
    </message>
    <message>
        <source>Changed the site %1</source>
        <translation>Cambió el sitio %1</translation>
    </message>
    <message>
        <source>Removed the site %1</source>
        <translation>Quitó el sitio %1</translation>
    </message>
    <message>
        <source>Imported sites from %1</source>
        <translation>Importó sitios de %1</translation>
    </message>
    <message>
        <source>Saved the mapping %1</source>
        <translation>Guardó la asignación %1</translation>
    </message>
    <message>
        <source>Added the boundaries</source>
        <translation>Agregó los límites</translation>
    </message>
    <message>
        <source>Added %1 layers</source>
        <translation>Se agregaron %1 capas</translation>
    </message>
    <message>
        <source>Removed the bookmark %1</source>
        <translation>Se quitó el marcador %1</translation>
    </message>
    <message>
        <source>Showed the theme %1</source>
        <translation>Se mostró el tema %1</translation>
    </message>
    <message>
        <source>Removed the theme %1</source>
        <translation>Se quitó el tema %1</translation>
    </message>
    <message>
        <source>Added the bookmark %1</source>
        <translation>Se agregó el marcador %1</translation>
    </message>
    <message>
        <source>Kept the theme %1</source>
        <translation>Se guardó el tema %1</translation>
    </message>
    <message>
        <source>Changed how sites are drawn</source>
        <translation>Se cambió cómo se dibujan los sitios</translation>
    </message>
    <message>
        <source>Said where the file of the layer %1 is now</source>
        <translation>Indicó dónde está ahora el archivo de la capa %1</translation>
    </message>
    <message>
        <source>Reverted: %1</source>
        <translation>Se revirtió: %1</translation>
    </message>
    <message>
        <source>Chose a claim that stands</source>
        <translation>Se eligió la afirmación que vale</translation>
    </message>
    <message>
        <source>Added a claim on the site %1</source>
        <translation>Se añadió una afirmación sobre el sitio %1</translation>
    </message>
    <message>
        <source>Changed by what claims stand</source>
        <translation>Se cambió por qué regla valen las afirmaciones</translation>
    </message>
    <message>
        <source>Changed the source %1</source>
        <translation>Se cambió la fuente %1</translation>
    </message>
    <message>
        <source>Mended %2, found by the data check: %1</source>
        <translation>Corrigió %2, señalado por la revisión de datos: %1</translation>
    </message>
    <message>
        <source>Mended what the data check found: %1 (%2)</source>
        <translation>Corrigió lo que encontró la revisión de datos: %1 (%2)</translation>
    </message>
    <message>
        <source>Let stand what the data check found on %2: %1</source>
        <translation>Dejó pasar lo que la revisión de datos encontró en %2: %1</translation>
    </message>
    <message>
        <source>Let stand what the data check found: %1 (%2)</source>
        <translation>Dejó pasar lo que encontró la revisión de datos: %1 (%2)</translation>
    </message>
    <message>
        <source>Took back that this finding on %2 may stand: %1</source>
        <translation>Retiró la excepción del hallazgo en %2: %1</translation>
    </message>
    <message>
        <source>Took back that findings may stand: %1 (%2)</source>
        <translation>Retiró excepciones de hallazgos: %1 (%2)</translation>
    </message>
    <message>
        <source>Decided on %1 pairs of records that look alike (%2)</source>
        <translation>Se decidió sobre %1 pares de registros parecidos (%2)</translation>
    </message>
    <message>
        <source>Split %1 from the site it was merged into</source>
        <translation>Se separó %1 del sitio con el que se había fusionado</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Legend of the map</source>
        <translation>Leyenda del mapa</translation>
    </message>
    <message>
        <source>Joint rank</source>
        <translation>Lugar conjunto</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Proyecto</translation>
    </message>
    <message>
        <source>Project number</source>
        <translation>Número de proyecto</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Sitios</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Países</translation>
    </message>
    <message>
        <source>Joint score</source>
        <translation>Puntaje conjunto</translation>
    </message>
    <message>
        <source>Joint coverage</source>
        <translation>Cobertura conjunta</translation>
    </message>
    <message>
        <source>Rank %1</source>
        <translation>Lugar %1</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>Puntaje %1</translation>
    </message>
    <message>
        <source>Coverage %1</source>
        <translation>Cobertura %1</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>Filtros</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisión</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Decided on</source>
        <translation>Decidido el</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Página %1 de %2</translation>
    </message>
    <message>
        <source>Shortlist of projects, %1</source>
        <translation>Lista corta de proyectos, %1</translation>
    </message>
    <message>
        <source>Delegations: %1</source>
        <translation>Delegaciones: %1</translation>
    </message>
    <message>
        <source>The map holds schematic layers, drawn for orientation; they are no survey maps.</source>
        <translation>El mapa contiene capas esquemáticas, dibujadas como orientación; no son mapas oficiales.</translation>
    </message>
    <message>
        <source>Map: %1. Arrows join the sites of a project in order of role.</source>
        <translation>Mapa: %1. Las flechas unen los sitios de un proyecto en el orden de su función.</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>Clasificación</translation>
    </message>
    <message>
        <source>There is no candidate project yet.</source>
        <translation>Todavía no hay proyectos candidatos.</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Conocido</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Criterio</translation>
    </message>
    <message>
        <source>Shortlisted projects</source>
        <translation>Proyectos seleccionados</translation>
    </message>
    <message>
        <source>No project has been shortlisted yet.</source>
        <translation>Todavía no se ha seleccionado ningún proyecto.</translation>
    </message>
    <message>
        <source>Decision: %1 (%2). %3</source>
        <translation>Decisión: %1 (%2). %3</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Sitio</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>From the one before</source>
        <translation>Desde el anterior</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>No resource or reserve figure of its sites is known.</source>
        <translation>No se conoce ninguna cifra de recursos o reservas de sus sitios.</translation>
    </message>
    <message>
        <source>Commodity</source>
        <translation>Sustancia</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Ore, Mt</source>
        <translation>Mineral, Mt</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Ley</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Cifra</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Share of score %1</source>
        <translation>Parte del puntaje %1</translation>
    </message>
    <message>
        <source> (map position ±%1 m)</source>
        <translation> (posición en el mapa ±%1 m)</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntaje</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>No source is cited.</source>
        <translation>No se cita ninguna fuente.</translation>
    </message>
    <message>
        <source>read on %1</source>
        <translation>consultado el %1</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Núm.</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Escribiendo el informe</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>aprobado</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>no aprobado</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>less than 1 Mt, or not stated</source>
        <translation>menos de 1 Mt, o sin dato</translation>
    </message>
    <message>
        <source>1 to 10 Mt</source>
        <translation>de 1 a 10 Mt</translation>
    </message>
    <message>
        <source>10 to 100 Mt</source>
        <translation>de 10 a 100 Mt</translation>
    </message>
    <message>
        <source>100 Mt and more</source>
        <translation>100 Mt y más</translation>
    </message>
    <message>
        <source>Colour: main commodity</source>
        <translation>Color: sustancia principal</translation>
    </message>
    <message>
        <source>Commodity not stated</source>
        <translation>Sustancia sin dato</translation>
    </message>
    <message>
        <source>Colour: joint score</source>
        <translation>Color: puntuación conjunta</translation>
    </message>
    <message>
        <source>In no project with a score</source>
        <translation>En ningún proyecto con puntuación</translation>
    </message>
    <message>
        <source>Size: ore of the largest estimate</source>
        <translation>Tamaño: mineral de la mayor estimación</translation>
    </message>
    <message>
        <source>Project file as of %1</source>
        <translation>Archivo del proyecto al %1</translation>
    </message>
    <message>
        <source>All layers came in WGS 84.</source>
        <translation>Todas las capas vinieron en WGS 84.</translation>
    </message>
    <message>
        <source>Least exact layer: %1, moved without a change of datum, so that it may lie hundreds of metres off (%2).</source>
        <translation>Capa menos exacta: %1, trasladada sin cambio de datum, por lo que puede estar desplazada cientos de metros (%2).</translation>
    </message>
    <message>
        <source>Least exact layer: %1, accuracy not stated (%2).</source>
        <translation>Capa menos exacta: %1, exactitud no indicada (%2).</translation>
    </message>
    <message>
        <source>Least exact layer: %1, ±%2 m (%3).</source>
        <translation>Capa menos exacta: %1, ±%2 m (%3).</translation>
    </message>
    <message>
        <source>From WGS 84 to the map: %1 (±%2 m).</source>
        <translation>De WGS 84 al mapa: %1 (±%2 m).</translation>
    </message>
    <message>
        <source>From WGS 84 to the map: %1.</source>
        <translation>De WGS 84 al mapa: %1.</translation>
    </message>
    <message>
        <source>Sources: %1</source>
        <translation>Fuentes: %1</translation>
    </message>
    <message>
        <source>Scale 1:%1 at the middle of the map. Coordinate system: %2.</source>
        <translation>Escala 1:%1 en el centro del mapa. Sistema de coordenadas: %2.</translation>
    </message>
    <message>
        <source>Arrows join the sites of a project in order of role.</source>
        <translation>Las flechas unen los sitios de un proyecto en el orden de su función.</translation>
    </message>
    <message>
        <source>Sources and remarks: see the last page.</source>
        <translation>Fuentes y observaciones: véase la última página.</translation>
    </message>
    <message>
        <source>Reserves and resources</source>
        <translation>Reservas y recursos</translation>
    </message>
    <message>
        <source>Sum of</source>
        <translation>Suma de</translation>
    </message>
    <message>
        <source>Ore, grade and metal</source>
        <translation>Mineral, ley y metal</translation>
    </message>
</context>
<context>
    <name>Shortlist</name>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>dentro</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>fuera</translation>
    </message>
    <message>
        <source>%1 Mt</source>
        <translation>%1 Mt</translation>
    </message>
    <message>
        <source>%1 t</source>
        <translation>%1 t</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>It is %1; at least %2 is asked.</source>
        <translation>Es %1; se pide al menos %2.</translation>
    </message>
    <message>
        <source>It is %1; at most %2 is asked.</source>
        <translation>Es %1; se pide como máximo %2.</translation>
    </message>
    <message>
        <source>It is %1; one of these is asked: %2.</source>
        <translation>Es %1; se pide uno de estos: %2.</translation>
    </message>
    <message>
        <source>It is %1.</source>
        <translation>Es %1.</translation>
    </message>
    <message>
        <source>Commodities on a list</source>
        <translation>Sustancias en una lista</translation>
    </message>
    <message>
        <source>Agreed minerals of interest</source>
        <translation>Minerales de interés acordados</translation>
    </message>
    <message>
        <source>Number of estimates</source>
        <translation>Número de estimaciones</translation>
    </message>
    <message>
        <source>Largest tonnage of ore</source>
        <translation>Mayor tonelaje de mineral</translation>
    </message>
    <message>
        <source>Grade of the largest estimate</source>
        <translation>Ley de la mayor estimación</translation>
    </message>
    <message>
        <source>Most advanced stage</source>
        <translation>Etapa más avanzada</translation>
    </message>
    <message>
        <source>Countries that take part</source>
        <translation>Países que participan</translation>
    </message>
    <message>
        <source>Number of sites</source>
        <translation>Número de sitios</translation>
    </message>
    <message>
        <source>Distance to the nearest feature of a layer</source>
        <translation>Distancia al elemento más cercano de una capa</translation>
    </message>
    <message>
        <source>Inside a polygon of a layer</source>
        <translation>Dentro de un polígono de una capa</translation>
    </message>
    <message>
        <source>Attribute of the map unit at the site</source>
        <translation>Atributo de la unidad cartográfica en el sitio</translation>
    </message>
    <message>
        <source>The delegation’s own mark</source>
        <translation>Calificación propia de la delegación</translation>
    </message>
    <message>
        <source>No member has this role.</source>
        <translation>Ningún integrante tiene esta función.</translation>
    </message>
    <message>
        <source>No delegation’s mark is looked at.</source>
        <translation>No se considera la calificación de ninguna delegación.</translation>
    </message>
    <message>
        <source>No commodity of its sites is known.</source>
        <translation>No se conoce ninguna sustancia de sus sitios.</translation>
    </message>
    <message>
        <source>No tonnage is known.</source>
        <translation>No se conoce ningún tonelaje.</translation>
    </message>
    <message>
        <source>No such grade is known.</source>
        <translation>No se conoce tal ley.</translation>
    </message>
    <message>
        <source>No stage is known.</source>
        <translation>No se conoce ninguna etapa.</translation>
    </message>
    <message>
        <source>The layer is missing or cannot be read.</source>
        <translation>La capa falta o no se puede leer.</translation>
    </message>
    <message>
        <source>No position of its sites is known.</source>
        <translation>No se conoce la posición de ninguno de sus sitios.</translation>
    </message>
    <message>
        <source>The layer holds nothing.</source>
        <translation>La capa no contiene nada.</translation>
    </message>
    <message>
        <source>The layer has no such field.</source>
        <translation>La capa no tiene ese campo.</translation>
    </message>
    <message>
        <source>No map unit is drawn at its sites.</source>
        <translation>No hay ninguna unidad cartográfica dibujada en sus sitios.</translation>
    </message>
    <message>
        <source>Joint score: the mean of the delegations’ scores, each with equal say. A score is the weighted sum of the values that are known; coverage is the share of the weight that is known.</source>
        <translation>Puntaje conjunto: la media de los puntajes de las delegaciones, todas con igual voz. Un puntaje es la suma ponderada de los valores conocidos; la cobertura es la parte del peso que se conoce.</translation>
    </message>
    <message>
        <source>Evaluating projects</source>
        <translation>Evaluando proyectos</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>The disk that holds %1 is full. Nothing was changed; make room and do it again.</source>
        <translation>El disco que contiene %1 está lleno. No se cambió nada; libere espacio e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>%1 is being written by another program. Close it there and do this again; nothing was changed.</source>
        <translation>Otro programa está escribiendo en %1. Ciérrelo allí e inténtelo de nuevo; no se cambió nada.</translation>
    </message>
    <message>
        <source>%1 may not be written. Check its permissions, or work on a copy of it.</source>
        <translation>No se permite escribir en %1. Revise sus permisos o trabaje en una copia.</translation>
    </message>
    <message>
        <source>%1 is damaged. Go back to your last copy of it; nothing was changed.</source>
        <translation>%1 está dañado. Vuelva a su última copia; no se cambió nada.</translation>
    </message>
    <message>
        <source>%1 could not be read or written. Check that the disk or network drive has space and is still there; nothing was changed.</source>
        <translation>No se pudo leer o escribir %1. Compruebe que el disco o la unidad de red tiene espacio y sigue conectada; no se cambió nada.</translation>
    </message>
    <message>
        <source>%1 cannot be opened. Check that it exists and that you may open it.</source>
        <translation>No se puede abrir %1. Compruebe que existe y que usted puede abrirlo.</translation>
    </message>
    <message>
        <source>The change to %1 could not be made; the file is as it was before.</source>
        <translation>No se pudo hacer el cambio en %1; el archivo está como antes.</translation>
    </message>
    <message>
        <source>There is no layer “%1”. There are: %2.</source>
        <translation>No hay una capa «%1». Hay: %2.</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>ninguna todavía</translation>
    </message>
    <message>
        <source>Several layers are called “%1”. Name one by its number.</source>
        <translation>Varias capas se llaman «%1». Nombre una por su número.</translation>
    </message>
    <message>
        <source>There is no project “%1”. There are: %2.</source>
        <translation>No hay un proyecto «%1». Hay: %2.</translation>
    </message>
    <message>
        <source>Several projects are called “%1”. Name one by its number.</source>
        <translation>Varios proyectos se llaman «%1». Nombre uno por su número.</translation>
    </message>
    <message>
        <source>A delegation needs a short code, such as US or MX.</source>
        <translation>Una delegación necesita una clave corta, como US o MX.</translation>
    </message>
    <message>
        <source>There is a delegation “%1” already.</source>
        <translation>Ya hay una delegación «%1».</translation>
    </message>
    <message>
        <source>The program's own file %1 is missing. Install Veta again.</source>
        <translation>Falta el archivo %1 del propio programa. Instale Veta de nuevo.</translation>
    </message>
    <message>
        <source>There is no site “%1”. Look for its name with the command sites, or name it by its number.</source>
        <translation>No hay un sitio «%1». Busque su nombre con la orden sites o nómbrelo por su número.</translation>
    </message>
    <message>
        <source>Several sites are called “%1”. Name one by its number: %2.</source>
        <translation>Varios sitios se llaman «%1». Nombre uno por su número: %2.</translation>
    </message>
    <message>
        <source>Several are called “%1”. Name one by its number.</source>
        <translation>Varios se llaman «%1». Nombre uno por su número.</translation>
    </message>
    <message>
        <source>There is no gate “%1”. There are: %2.</source>
        <translation>No hay un filtro «%1». Hay: %2.</translation>
    </message>
    <message>
        <source>There is no criterion “%1”. There are: %2.</source>
        <translation>No hay un criterio «%1». Hay: %2.</translation>
    </message>
    <message>
        <source>“%1” is no coordinate reference system that can be used here. Give a code such as EPSG:6372, the text of a .prj file, or a PROJ string.</source>
        <translation>«%1» no es un sistema de referencia de coordenadas utilizable aquí. Dé un código como EPSG:6372, el texto de un archivo .prj o una cadena de PROJ.</translation>
    </message>
    <message>
        <source>“%1” holds more text than can be kept in memory. Take the part you need out of it first.</source>
        <translation>«%1» contiene más texto del que cabe en la memoria. Extraiga primero la parte que necesita.</translation>
    </message>
    <message>
        <source>“%1” has more than %2 features, which is more than can be kept in memory. Take the part you need out of it first.</source>
        <translation>«%1» tiene más de %2 elementos, más de los que caben en la memoria. Extraiga primero la parte que necesita.</translation>
    </message>
    <message>
        <source>“%1” has more than %2 points, which is more than can be kept in memory. Take the part you need out of it first.</source>
        <translation>«%1» tiene más de %2 puntos, más de los que caben en la memoria. Extraiga primero la parte que necesita.</translation>
    </message>
    <message>
        <source>No feature of “%1” lies where “%2” has a meaning, so this is hardly its reference system. Give another one.</source>
        <translation>Ningún elemento de «%1» está donde «%2» tiene sentido; difícilmente es su sistema de referencia. Indique otro.</translation>
    </message>
    <message>
        <source>%1 features have no place.</source>
        <translation>%1 elementos no tienen posición.</translation>
    </message>
    <message>
        <source>%1 features were left off the map: a coordinate is no number.</source>
        <translation>%1 elementos quedaron fuera del mapa: una coordenada no es un número.</translation>
    </message>
    <message>
        <source>%1 features were left off the map: they lie outside the reach of the reference system.</source>
        <translation>%1 elementos quedaron fuera del mapa: están fuera del alcance del sistema de referencia.</translation>
    </message>
    <message>
        <source>%1 features have a line of one point, or a ring of fewer than four; those parts were left out.</source>
        <translation>%1 elementos tienen una línea de un punto o un anillo de menos de cuatro; esas partes se omitieron.</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Leyendo %1</translation>
    </message>
    <message>
        <source>“%1” cannot be read to its end: it is damaged or not complete. Get a whole copy of it.</source>
        <translation>«%1» no se puede leer hasta el final: está dañado o incompleto. Consiga una copia completa.</translation>
    </message>
    <message>
        <source>Some features could not be read whole: %1</source>
        <translation>Algunos elementos no se pudieron leer completos: %1</translation>
    </message>
    <message>
        <source>The font %1 cannot be read. Maps and reports are written with it: install the package fonts-noto-core.</source>
        <translation>No se puede leer la fuente %1. Los mapas y los informes se escriben con ella: instale el paquete fonts-noto-core.</translation>
    </message>
    <message>
        <source>%1 is not a font. Maps and reports are written with it: install the package fonts-noto-core again.</source>
        <translation>%1 no es una fuente. Los mapas y los informes se escriben con ella: instale de nuevo el paquete fonts-noto-core.</translation>
    </message>
    <message>
        <source>There is no file “%1”. It may have been moved or renamed; choose it again.</source>
        <translation>No existe el archivo «%1». Quizá se movió o cambió de nombre; elíjalo de nuevo.</translation>
    </message>
    <message>
        <source>“%1” is a folder. Choose one of the files in it.</source>
        <translation>«%1» es una carpeta. Elija uno de sus archivos.</translation>
    </message>
    <message>
        <source>“%1” cannot be read. Ask its owner for leave to read it.</source>
        <translation>«%1» no se puede leer. Pida permiso de lectura a su propietario.</translation>
    </message>
    <message>
        <source>The archive “%1” holds no file that can be read as a layer, or it is damaged. Files are read that end in: %2.</source>
        <translation>El archivo comprimido «%1» no contiene ningún archivo que se pueda leer como capa, o está dañado. Se leen archivos que terminan en: %2.</translation>
    </message>
    <message>
        <source>“%1” is a file of the kind “%2”, which is not opened here. Convert it first; files are read that end in: %3.</source>
        <translation>«%1» es un archivo del tipo «%2», que aquí no se abre. Conviértalo primero; se leen archivos que terminan en: %3.</translation>
    </message>
    <message>
        <source>“%1” cannot be read: it is damaged, not complete, or of another kind than its ending says. Files are read that end in: %2.</source>
        <translation>«%1» no se puede leer: está dañado, incompleto o es de otro tipo que el que dice su extensión. Se leen archivos que terminan en: %2.</translation>
    </message>
    <message>
        <source>“%1” only points to other tables. Open those instead.</source>
        <translation>«%1» solo remite a otras tablas. Abra esas.</translation>
    </message>
    <message>
        <source>“%1” is in use by another program, or was left half saved (write-ahead mode). Close it there, or save a copy of it as a new file, and choose it again.</source>
        <translation>«%1» está en uso por otro programa o quedó a medio guardar (modo de escritura anticipada). Ciérrelo allí o guarde una copia como archivo nuevo y elíjalo de nuevo.</translation>
    </message>
    <message>
        <source>Same reference system: nothing moves</source>
        <translation>Mismo sistema de referencia: nada se mueve</translation>
    </message>
    <message>
        <source>The way from “%1” to “%2” that this file asks for would read another file of this computer. Choose another one for the layer.</source>
        <translation>El paso de «%1» a «%2» que pide este archivo leería otro archivo de esta computadora. Elija otro para la capa.</translation>
    </message>
    <message>
        <source>The way from “%1” to “%2” that was chosen cannot be used on this computer; a grid file may be missing. Install it, or choose another way for the layer.</source>
        <translation>El paso de «%1» a «%2» que se eligió no se puede usar en esta computadora; quizá falta un archivo de malla. Instálelo o elija otro paso para la capa.</translation>
    </message>
    <message>
        <source>No way is known from “%1” to “%2” on this computer. Choose another reference system.</source>
        <translation>En esta computadora no se conoce un paso de «%1» a «%2». Elija otro sistema de referencia.</translation>
    </message>
    <message>
        <source>“%1” could not be read to its end. It may be damaged, or the disk it is on is gone.</source>
        <translation>«%1» no se pudo leer hasta el final. Quizá está dañado o ya no está el disco que lo contiene.</translation>
    </message>
    <message>
        <source>“%1” holds no picture and no grid. If it holds several, save the one you need as a file of its own.</source>
        <translation>«%1» no contiene ninguna imagen ni malla. Si contiene varias, guarde la que necesita en un archivo propio.</translation>
    </message>
    <message>
        <source>“%1” does not say where on the ground it lies. Put its world file beside it, or georeference it in a GIS first.</source>
        <translation>«%1» no dice en qué lugar del terreno está. Ponga a su lado su archivo de georreferencia o georreferéncielo antes en un SIG.</translation>
    </message>
    <message>
        <source>A layer's style in this file cannot be understood. Choose a new style for the layer.</source>
        <translation>No se entiende el estilo de una capa de este archivo. Elija un estilo nuevo para la capa.</translation>
    </message>
    <message>
        <source>A layer's style was made by a newer version of Veta (style version %1). Open the file with that version, or choose a new style for the layer.</source>
        <translation>El estilo de una capa se hizo con una versión más reciente de Veta (versión de estilo %1). Abra el archivo con esa versión o elija un estilo nuevo para la capa.</translation>
    </message>
    <message>
        <source>“%1” holds no layer with places in it. A table needs columns named longitude and latitude; sites are better imported.</source>
        <translation>«%1» no contiene ninguna capa con posiciones. Una tabla necesita columnas llamadas longitud y latitud; conviene importar los sitios.</translation>
    </message>
    <message>
        <source>“%1” holds several layers. Say which one: %2.</source>
        <translation>«%1» contiene varias capas. Diga cuál: %2.</translation>
    </message>
    <message>
        <source>“%1” holds no layer “%2”. Choose one of these: %3.</source>
        <translation>«%1» no contiene la capa «%2». Elija una de estas: %3.</translation>
    </message>
    <message>
        <source>"%1" does not say who acts. Write a delegation and a name, as in MX:Ana.</source>
        <translation>«%1» no dice quién actúa. Escriba una delegación y un nombre, como MX:Ana.</translation>
    </message>
    <message>
        <source>An entry names the table %1, which this version does not know. Open the file with a newer Veta.</source>
        <translation>Una entrada nombra la tabla %1, que esta versión no conoce. Abra el archivo con una versión más reciente de Veta.</translation>
    </message>
    <message>
        <source>An entry of the journal is damaged and cannot be read. Run veta-cli verify on the file, or go on with a copy of it.</source>
        <translation>Una entrada del diario está dañada y no se puede leer. Ejecute veta-cli verify con el archivo o continúe con una copia.</translation>
    </message>
    <message>
        <source>An entry of the journal speaks of a table or column of %1 that this version does not know. Take it over with a newer Veta.</source>
        <translation>Una entrada del diario se refiere a una tabla o columna de %1 que esta versión no conoce. Incorpórela con una versión más reciente de Veta.</translation>
    </message>
    <message>
        <source>The change could not be written. Check that the disk has space and is still there.</source>
        <translation>No se pudo escribir el cambio. Compruebe que el disco tiene espacio y sigue conectado.</translation>
    </message>
    <message>
        <source>This is in the project file already.</source>
        <translation>Esto ya está en el archivo de proyecto.</translation>
    </message>
    <message>
        <source>This is no longer in the project file; somebody removed it.</source>
        <translation>Esto ya no está en el archivo de proyecto; alguien lo quitó.</translation>
    </message>
    <message>
        <source>%1 holds the %2 "%3", which would run when the file is used and is not of Veta. Ask who sent the file, or remove it with the program that made it.</source>
        <translation>%1 contiene «%3» (%2), que se ejecutaría al usar el archivo y no es de Veta. Pregunte a quien envió el archivo o elimínelo con el programa que lo creó.</translation>
    </message>
    <message>
        <source>%1 was made by a newer Veta (format %2). This one reads up to format %3: install the newer one.</source>
        <translation>%1 se creó con una versión más reciente de Veta (formato %2). Esta lee hasta el formato %3: instale la más reciente.</translation>
    </message>
    <message>
        <source>%1 does not say which format it has. Go back to your last copy of it.</source>
        <translation>%1 no dice qué formato tiene. Vuelva a su última copia.</translation>
    </message>
    <message>
        <source>%1 has the older format %2. Bring it up to date with: veta-cli migrate "%1" (the old file is kept).</source>
        <translation>%1 tiene el formato anterior %2. Actualícelo con: veta-cli migrate "%1" (el archivo anterior se conserva).</translation>
    </message>
    <message>
        <source>There is no file %1. Check its name and folder.</source>
        <translation>No existe el archivo %1. Revise su nombre y su carpeta.</translation>
    </message>
    <message>
        <source>%1 is not a file. Choose a project file (NAME.veta.gpkg).</source>
        <translation>%1 no es un archivo. Elija un archivo de proyecto (NOMBRE.veta.gpkg).</translation>
    </message>
    <message>
        <source>%1 may not be read. Check its permissions.</source>
        <translation>No se permite leer %1. Revise sus permisos.</translation>
    </message>
    <message>
        <source>%1 is not a project file. A project file is made with New, or by veta-cli new; a map is added to one as a layer.</source>
        <translation>%1 no es un archivo de proyecto. Uno se crea con Nuevo o con veta-cli new; un mapa se agrega a él como capa.</translation>
    </message>
    <message>
        <source>%1 is a database, but not a project file of Veta. Choose a file made by Veta.</source>
        <translation>%1 es una base de datos, pero no un archivo de proyecto de Veta. Elija un archivo creado por Veta.</translation>
    </message>
    <message>
        <source>Another program left %1 in write-ahead mode, which keeps part of the file in other files. Close it there and convert it with: veta-cli migrate "%1"</source>
        <translation>Otro programa dejó %1 en modo de escritura anticipada (WAL), que guarda parte del archivo en otros archivos. Ciérrelo allí y conviértalo con: veta-cli migrate "%1"</translation>
    </message>
    <message>
        <source>%1 is cut short: it has %2 bytes of %3. Fetch it again, or go back to your last copy.</source>
        <translation>%1 está incompleto: tiene %2 bytes de %3. Obténgalo de nuevo o vuelva a su última copia.</translation>
    </message>
    <message>
        <source>%1 is a GeoPackage, but not a project file of Veta. Add it to a project as a layer.</source>
        <translation>%1 es un GeoPackage, pero no un archivo de proyecto de Veta. Agréguelo a un proyecto como capa.</translation>
    </message>
    <message>
        <source>GDAL or QGIS added indexes and triggers to %1, which would spoil its journal. Remove them with: veta-cli migrate "%1"</source>
        <translation>GDAL o QGIS agregaron a %1 índices y disparadores que estropearían su diario. Quítelos con: veta-cli migrate "%1"</translation>
    </message>
    <message>
        <source>Another program removed or rearranged tables or columns of %1: %2. Go back to your last copy of it.</source>
        <translation>Otro programa quitó o reordenó tablas o columnas de %1: %2. Vuelva a su última copia.</translation>
    </message>
    <message>
        <source>Another program added columns to %1: %2. Veta cannot keep a journal of them: remove them with that program, or open the file for reading only.</source>
        <translation>Otro programa agregó columnas a %1: %2. Veta no puede llevar un diario de ellas: quítelas con ese programa o abra el archivo solo para lectura.</translation>
    </message>
    <message>
        <source>Checking %1</source>
        <translation>Revisando %1</translation>
    </message>
    <message>
        <source>%1 is damaged. Go back to your last copy of it.</source>
        <translation>%1 está dañado. Vuelva a su última copia.</translation>
    </message>
    <message>
        <source>This layer is no longer in the project file.</source>
        <translation>Esta capa ya no está en el archivo de proyecto.</translation>
    </message>
    <message>
        <source>Looking at %1</source>
        <translation>Examinando %1</translation>
    </message>
    <message>
        <source>The content of the layer “%1” is missing in the project file.</source>
        <translation>El contenido de la capa «%1» falta en el archivo de proyecto.</translation>
    </message>
    <message>
        <source>The file “%1” of this layer is not there. Put it back, or choose where it is now in the menu of the layer (veta-cli layer relocate).</source>
        <translation>El archivo «%1» de esta capa no está. Devuélvalo a su lugar o elija dónde está ahora en el menú de la capa (veta-cli layer relocate).</translation>
    </message>
    <message>
        <source>“%1” does not say in which coordinate system it is. Say it in the properties of the layer.</source>
        <translation>«%1» no dice en qué sistema de coordenadas está. Indíquelo en las propiedades de la capa.</translation>
    </message>
    <message>
        <source>The file “%1” is no longer the one that was added: its content changed since. What it holds now is shown.</source>
        <translation>El archivo «%1» ya no es el que se agregó: su contenido cambió. Se muestra lo que contiene ahora.</translation>
    </message>
    <message>
        <source>%1 is open for writing on %2 (user %3, process %4, since %5). Close it there, or open it here for reading only. If that program is no longer running, remove %6.</source>
        <translation>%1 está abierto para escritura en %2 (usuario %3, proceso %4, desde %5). Ciérrelo allí o ábralo aquí solo para lectura. Si ese programa ya no está en marcha, elimine %6.</translation>
    </message>
    <message>
        <source>%1 could not be copied to look into it. Make room in the folder for temporary files.</source>
        <translation>No se pudo copiar %1 para examinarlo. Libere espacio en la carpeta de archivos temporales.</translation>
    </message>
    <message>
        <source>%1 is still open in another program. Close it there and do this again.</source>
        <translation>%1 sigue abierto en otro programa. Ciérrelo allí e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>%1 could not be replaced. Check that you may write in its folder.</source>
        <translation>No se pudo reemplazar %1. Compruebe que puede escribir en su carpeta.</translation>
    </message>
    <message>
        <source>This project is no longer in the project file.</source>
        <translation>Este proyecto ya no está en el archivo de proyecto.</translation>
    </message>
    <message>
        <source>There is no delegation “%1”. There are: %2.</source>
        <translation>No hay una delegación «%1». Hay: %2.</translation>
    </message>
    <message>
        <source>%1 is open for reading only. Save a copy of it and work on that.</source>
        <translation>%1 está abierto solo para lectura. Guarde una copia y trabaje en ella.</translation>
    </message>
    <message>
        <source>%1 exists already. Choose another name, or remove it first.</source>
        <translation>%1 ya existe. Elija otro nombre o elimínelo primero.</translation>
    </message>
    <message>
        <source>%1 cannot be made: its folder does not exist or may not be written.</source>
        <translation>No se puede crear %1: su carpeta no existe o no se permite escribir en ella.</translation>
    </message>
    <message>
        <source>%1 may not be written. Open it for reading, or save a copy of it and work on that.</source>
        <translation>No se permite escribir en %1. Ábralo para lectura o guarde una copia y trabaje en ella.</translation>
    </message>
    <message>
        <source>%1 was left half written and lies where nothing may be written; the copy to recover it on could not be made. Make room in the folder for temporary files.</source>
        <translation>%1 quedó a medio escribir y está donde no se permite escribir; no se pudo hacer la copia para recuperarlo. Libere espacio en la carpeta de archivos temporales.</translation>
    </message>
    <message>
        <source>Undoing</source>
        <translation>Deshaciendo</translation>
    </message>
    <message>
        <source>Redoing</source>
        <translation>Rehaciendo</translation>
    </message>
    <message>
        <source>There was nothing left of this step to turn round.</source>
        <translation>No quedaba nada de este paso por revertir.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>No hay nada que deshacer.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>No hay nada que rehacer.</translation>
    </message>
    <message>
        <source>Saving a copy</source>
        <translation>Guardando una copia</translation>
    </message>
    <message>
        <source>A file embedded in %1 is damaged. Add it again.</source>
        <translation>Un archivo incrustado en %1 está dañado. Agréguelo de nuevo.</translation>
    </message>
    <message>
        <source>Nothing that Veta keeps in %1 was changed by another program.</source>
        <translation>Ningún otro programa cambió lo que Veta guarda en %1.</translation>
    </message>
    <message>
        <source>The changes in %1 could not be taken in: they break a reference between tables. Turn them back, or go back to your last copy.</source>
        <translation>No se pudieron incorporar los cambios de %1: rompen una referencia entre tablas. Reviértalos o vuelva a su última copia.</translation>
    </message>
    <message>
        <source>The changes in %1 could not be turned back. Go back to your last copy of it.</source>
        <translation>No se pudieron revertir los cambios de %1. Vuelva a su última copia.</translation>
    </message>
    <message>
        <source>The database is damaged: %1</source>
        <translation>La base de datos está dañada: %1</translation>
    </message>
    <message>
        <source>A row of %1 refers to a row that is not there.</source>
        <translation>Una fila de %1 se refiere a una fila que no existe.</translation>
    </message>
    <message>
        <source>Verifying the journal</source>
        <translation>Verificando el diario</translation>
    </message>
    <message>
        <source>Entry %1 of copy %2</source>
        <translation>La entrada %1 de la copia %2</translation>
    </message>
    <message>
        <source>%1 was altered after it was made.</source>
        <translation>%1 se alteró después de creada.</translation>
    </message>
    <message>
        <source>%1 does not follow the entry before it.</source>
        <translation>%1 no continúa la entrada anterior.</translation>
    </message>
    <message>
        <source>The content of %1 was altered or is missing.</source>
        <translation>El contenido de %1 se alteró o falta.</translation>
    </message>
    <message>
        <source>The content of %1 cannot be read.</source>
        <translation>El contenido de %1 no se puede leer.</translation>
    </message>
    <message>
        <source>The tables were changed by another program since the last entry.</source>
        <translation>Otro programa cambió las tablas desde la última entrada.</translation>
    </message>
    <message>
        <source>The tables are not what the entries of the journal make of them.</source>
        <translation>Las tablas no son lo que resulta de las entradas del diario.</translation>
    </message>
    <message>
        <source>The open conflicts are not what the entries of the journal make of them.</source>
        <translation>Los conflictos abiertos no son los que resultan de las entradas del diario.</translation>
    </message>
    <message>
        <source>%1 holds an entry that was altered after it was made; nothing was taken over. Ask for the file again.</source>
        <translation>%1 contiene una entrada alterada después de creada; no se incorporó nada. Pida el archivo de nuevo.</translation>
    </message>
    <message>
        <source>%1 and %2 both went on from the same copy without knowing it, which happens when a file is copied behind Veta's back at the same place. Make the next change in a copy saved by Veta.</source>
        <translation>%1 y %2 continuaron la misma copia sin saberlo, como ocurre al copiar un archivo en el mismo lugar sin que Veta lo sepa. Haga el siguiente cambio en una copia guardada por Veta.</translation>
    </message>
    <message>
        <source>%1 was made by a newer Veta. Install the newer one to take it over.</source>
        <translation>%1 se creó con una versión más reciente de Veta. Instálela para incorporarlo.</translation>
    </message>
    <message>
        <source>%1 is not a copy of %2: they were made separately. Import its sites instead.</source>
        <translation>%1 no es una copia de %2: se crearon por separado. Importe sus sitios.</translation>
    </message>
    <message>
        <source>Taking over entries</source>
        <translation>Incorporando entradas</translation>
    </message>
    <message>
        <source>%1 holds an entry whose content was altered; nothing was taken over. Ask for the file again.</source>
        <translation>%1 contiene una entrada cuyo contenido se alteró; no se incorporó nada. Pida el archivo de nuevo.</translation>
    </message>
    <message>
        <source>This conflict is settled already, or is not in %1.</source>
        <translation>Este conflicto ya está resuelto o no está en %1.</translation>
    </message>
    <message>
        <source>There is no such value to choose.</source>
        <translation>No existe ese valor para elegir.</translation>
    </message>
    <message>
        <source>This row cannot go while other rows refer to it. Settle or delete those first, or keep it.</source>
        <translation>Esta fila no puede quitarse mientras otras se refieran a ella. Resuélvalas o elimínelas primero, o consérvela.</translation>
    </message>
    <message>
        <source>The program is not whole: “%1” is missing in it. Install it again.</source>
        <translation>El programa está incompleto: le falta «%1». Instálelo de nuevo.</translation>
    </message>
    <message>
        <source>Building the sample project</source>
        <translation>Preparando el proyecto de muestra</translation>
    </message>
    <message>
        <source>Reading the sites</source>
        <translation>Leyendo los sitios</translation>
    </message>
    <message>
        <source>The site is a part of the project “%1”. Take it out there first.</source>
        <translation>El sitio es parte del proyecto «%1». Quítelo de ahí primero.</translation>
    </message>
    <message>
        <source>This site is no longer in the project file.</source>
        <translation>Este sitio ya no está en el archivo de proyecto.</translation>
    </message>
    <message>
        <source>This statement is no longer in the project file.</source>
        <translation>Esta afirmación ya no está en el archivo de proyecto.</translation>
    </message>
    <message>
        <source>“%1” is no table of rows that belong to a site.</source>
        <translation>«%1» no es una tabla de filas de un sitio.</translation>
    </message>
    <message>
        <source>The row has fewer fields than the header has columns.</source>
        <translation>La fila tiene menos campos que columnas el encabezado.</translation>
    </message>
    <message>
        <source>The row has more fields than the header has columns.</source>
        <translation>La fila tiene más campos que columnas el encabezado.</translation>
    </message>
    <message>
        <source>A number was expected.</source>
        <translation>Se esperaba un número.</translation>
    </message>
    <message>
        <source>The position lies outside what its coordinate system can hold.</source>
        <translation>La posición está fuera de lo que admite su sistema de coordenadas.</translation>
    </message>
    <message>
        <source>Only one of the two coordinates is given.</source>
        <translation>Solo se da una de las dos coordenadas.</translation>
    </message>
    <message>
        <source>The coordinate system of the row is not known.</source>
        <translation>No se conoce el sistema de coordenadas de la fila.</translation>
    </message>
    <message>
        <source>The row has a position but names no coordinate system.</source>
        <translation>La fila tiene una posición pero no nombra un sistema de coordenadas.</translation>
    </message>
    <message>
        <source>The position cannot be read as a point.</source>
        <translation>La posición no se puede leer como punto.</translation>
    </message>
    <message>
        <source>An earlier row of the file has the same record number.</source>
        <translation>Una fila anterior del archivo tiene el mismo número de registro.</translation>
    </message>
    <message>
        <source>A quotation mark is opened and never closed.</source>
        <translation>Se abre una comilla y nunca se cierra.</translation>
    </message>
    <message>
        <source>The row could not be understood (%1).</source>
        <translation>No se pudo entender la fila (%1).</translation>
    </message>
    <message>
        <source>The vocabulary “%1” cannot be read.</source>
        <translation>No se puede leer el vocabulario «%1».</translation>
    </message>
    <message>
        <source>A value function gives values from 0 to 1; %1 is outside.</source>
        <translation>Una función de valor da valores de 0 a 1; %1 está fuera.</translation>
    </message>
    <message>
        <source>The points of a value function must ascend; %1 does not come after %2.</source>
        <translation>Los puntos de una función de valor deben ascender; %1 no va después de %2.</translation>
    </message>
    <message>
        <source>A value function needs at least one point: a figure and its value from 0 to 1.</source>
        <translation>Una función de valor necesita al menos un punto: una cifra y su valor de 0 a 1.</translation>
    </message>
    <message>
        <source>The points of the value function go against the direction of the criterion “%1”. Turn one of them round.</source>
        <translation>Los puntos de la función de valor van contra la dirección del criterio «%1». Invierta una de las dos.</translation>
    </message>
    <message>
        <source>“%1” is no decision. There are: shortlisted, reserve, deferred, declined.</source>
        <translation>«%1» no es una decisión. Hay: shortlisted, reserve, deferred, declined.</translation>
    </message>
    <message>
        <source>A weight is 0 or more; %1 is not.</source>
        <translation>Un peso es 0 o más; %1 no lo es.</translation>
    </message>
    <message>
        <source>A mark is from 0 to 1; %1 is not.</source>
        <translation>Una calificación va de 0 a 1; %1 no.</translation>
    </message>
    <message>
        <source>“%1” is nothing that this version can measure.</source>
        <translation>«%1» no es algo que esta versión pueda medir.</translation>
    </message>
    <message>
        <source>This gate is no longer in the project file.</source>
        <translation>Este filtro ya no está en el archivo de proyecto.</translation>
    </message>
    <message>
        <source>This criterion is no longer in the project file.</source>
        <translation>Este criterio ya no está en el archivo de proyecto.</translation>
    </message>
    <message>
        <source>Critical minerals across the border (example)</source>
        <translation>Minerales críticos a ambos lados de la frontera (ejemplo)</translation>
    </message>
    <message>
        <source>“%1” could not be written. Is its folder there, is it open in another program, and is there room?</source>
        <translation>«%1» no se pudo escribir. ¿Existe su carpeta, está abierto en otro programa y hay espacio?</translation>
    </message>
    <message>
        <source>The archive “%1” is empty or damaged, or it cannot be read. Unpack it with another program and choose the file in it.</source>
        <translation>El archivo comprimido «%1» está vacío o dañado, o no se puede leer. Descomprímalo con otro programa y elija el archivo que contiene.</translation>
    </message>
    <message>
        <source>The archive “%1” holds no file “%2”, or it is damaged.</source>
        <translation>El archivo comprimido «%1» no contiene ningún archivo «%2», o está dañado.</translation>
    </message>
    <message>
        <source>“%1” in the archive “%2” unpacks to more than %3 MB, which is more than is read at once. Divide it first.</source>
        <translation>«%1» ocupa, descomprimido de «%2», más de %3 MB, más de lo que se lee de una vez. Divídalo primero.</translation>
    </message>
    <message>
        <source>“%1” in the archive “%2” is damaged. Fetch the archive again.</source>
        <translation>«%1» está dañado en el archivo comprimido «%2». Obtenga de nuevo el archivo comprimido.</translation>
    </message>
    <message>
        <source>Record number</source>
        <translation>Número de registro</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>Otros nombres</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Stage since</source>
        <translation>Etapa desde</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>State or province</source>
        <translation>Estado o provincia</translation>
    </message>
    <message>
        <source>Deposit type</source>
        <translation>Tipo de yacimiento</translation>
    </message>
    <message>
        <source>Longitude or easting</source>
        <translation>Longitud o coordenada este</translation>
    </message>
    <message>
        <source>Latitude or northing</source>
        <translation>Latitud o coordenada norte</translation>
    </message>
    <message>
        <source>Position as WKT</source>
        <translation>Posición en WKT</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>Sistema de coordenadas</translation>
    </message>
    <message>
        <source>Commodities</source>
        <translation>Sustancias</translation>
    </message>
    <message>
        <source>By-products</source>
        <translation>Subproductos</translation>
    </message>
    <message>
        <source>Tonnes of ore</source>
        <translation>Toneladas de mineral</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Ley</translation>
    </message>
    <message>
        <source>Unit of the grade</source>
        <translation>Unidad de la ley</translation>
    </message>
    <message>
        <source>Commodity of the grade</source>
        <translation>Sustancia de la ley</translation>
    </message>
    <message>
        <source>Contained tonnes</source>
        <translation>Toneladas contenidas</translation>
    </message>
    <message>
        <source>Estimate category</source>
        <translation>Categoría de la estimación</translation>
    </message>
    <message>
        <source>Effective date</source>
        <translation>Fecha efectiva</translation>
    </message>
    <message>
        <source>Reporting code</source>
        <translation>Código de reporte</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propietario</translation>
    </message>
    <message>
        <source>Number system</source>
        <translation>Sistema de numeración</translation>
    </message>
    <message>
        <source>Number in that system</source>
        <translation>Número en ese sistema</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>This is not a mapping: expected is JSON such as {"fields": {"name": "Site", "x": "lon", "y": "lat"}, "crs": "EPSG:4326"}.</source>
        <translation>Esto no es una asignación: se espera JSON como {"fields": {"name": "Sitio", "x": "lon", "y": "lat"}, "crs": "EPSG:4326"}.</translation>
    </message>
    <message>
        <source>The mapping names a field “%1”, which is not known. There are: %2.</source>
        <translation>La asignación nombra un campo «%1» que no se conoce. Existen: %2.</translation>
    </message>
    <message>
        <source>The mapping names several columns for “%1”, which takes only one.</source>
        <translation>La asignación nombra varias columnas para «%1», que admite solo una.</translation>
    </message>
    <message>
        <source>The mapping says of “%1” neither a column nor a value that always stands.</source>
        <translation>La asignación no da para «%1» ni una columna ni un valor que valga siempre.</translation>
    </message>
    <message>
        <source>The file has no column “%1”, which the preset %2 needs. Map its columns by hand.</source>
        <translation>El archivo no tiene la columna «%1», que el preajuste %2 necesita. Asigne las columnas a mano.</translation>
    </message>
    <message>
        <source>No column of the file is called “name” or “id”, nor any of the other usual headers. Map its columns by hand.</source>
        <translation>Ninguna columna del archivo se llama «nombre» o «id», ni lleva otro de los encabezados usuales. Asigne las columnas a mano.</translation>
    </message>
    <message>
        <source>There is no preset “%1”. There are: %2.</source>
        <translation>No existe el preajuste «%1». Existen: %2.</translation>
    </message>
    <message>
        <source>Give the mapping a name to save it by.</source>
        <translation>Dé a la asignación un nombre para guardarla.</translation>
    </message>
    <message>
        <source>“%1” has no column “%2”, which the mapping reads. It has: %3.</source>
        <translation>«%1» no tiene la columna «%2», que la asignación lee. Tiene: %3.</translation>
    </message>
    <message>
        <source>“%1” does not say in which coordinate system its positions are. Say it: EPSG:4326 for degrees of WGS 84, for example.</source>
        <translation>«%1» no dice en qué sistema de coordenadas están sus posiciones. Indíquelo: EPSG:4326 para grados de WGS 84, por ejemplo.</translation>
    </message>
    <message>
        <source>The mapping reads only one of the two coordinates. Map both, or neither.</source>
        <translation>La asignación lee solo una de las dos coordenadas. Asigne ambas o ninguna.</translation>
    </message>
    <message>
        <source>The position 0, 0 was taken for none (rows: %1).</source>
        <translation>La posición 0, 0 se tomó por ninguna (filas: %1).</translation>
    </message>
    <message>
        <source>Other values that are not known were left out (rows: %1).</source>
        <translation>Se omitieron otros valores que no se conocen (filas: %1).</translation>
    </message>
    <message>
        <source>“%1” is not known and was left out (rows: %2).</source>
        <translation>«%1» no se conoce y se omitió (filas: %2).</translation>
    </message>
    <message>
        <source>“%1” is larger than %2 MB, which is more than is read at once. Divide it first.</source>
        <translation>«%1» ocupa más de %2 MB, más de lo que se lee de una vez. Divídalo primero.</translation>
    </message>
    <message>
        <source>“%1” could not be read to its end.</source>
        <translation>«%1» no se pudo leer hasta el final.</translation>
    </message>
    <message>
        <source>“%1” is empty: it has not even a header line. Ask for the file again, or export it again.</source>
        <translation>«%1» está vacío: no tiene ni línea de encabezado. Pida de nuevo el archivo o expórtelo otra vez.</translation>
    </message>
    <message>
        <source>“%1” is no text, so it cannot be read as a table. Save it as CSV in the program it comes from.</source>
        <translation>«%1» no es texto, así que no se puede leer como tabla. Guárdelo como CSV en el programa de donde viene.</translation>
    </message>
    <message>
        <source>The file is not UTF-8. It was read as Windows-1252; look whether its accents are right.</source>
        <translation>El archivo no está en UTF-8. Se leyó como Windows-1252; revise si los acentos son correctos.</translation>
    </message>
    <message>
        <source>The header line of “%1” opens a quotation mark and never closes it. Mend that line.</source>
        <translation>La línea de encabezado de «%1» abre comillas y nunca las cierra. Corrija esa línea.</translation>
    </message>
    <message>
        <source>The first line of “%1” is not a header: it holds “%2”. Put a line with the names of the columns above it.</source>
        <translation>La primera línea de «%1» no es un encabezado: contiene «%2». Ponga encima una línea con los nombres de las columnas.</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>Importando %1</translation>
    </message>
    <message>
        <source>An earlier row of the file says exactly the same.</source>
        <translation>Una fila anterior del archivo dice exactamente lo mismo.</translation>
    </message>
    <message>
        <source>The row has neither a name nor a record number nor a position.</source>
        <translation>La fila no tiene nombre, ni número de registro, ni posición.</translation>
    </message>
    <message>
        <source>The list of coordinate reference systems cannot be read. Install PROJ's data again (package proj-data).</source>
        <translation>No se puede leer la lista de sistemas de referencia de coordenadas. Vuelva a instalar los datos de PROJ (paquete proj-data).</translation>
    </message>
    <message>
        <source>“%1” has no field “%2”.</source>
        <translation>«%1» no tiene el campo «%2».</translation>
    </message>
    <message>
        <source>The field “%1” holds no colours. Colours are written as 255;170;0 or #FFAA00.</source>
        <translation>El campo «%1» no contiene colores. Los colores se escriben como 255;170;0 o #FFAA00.</translation>
    </message>
    <message>
        <source>%1 was changed by another program since it was last saved here. See what with: veta-cli verify "%1"; then keep it with --take-in or undo it with --turn-back.</source>
        <translation>Otro programa cambió %1 desde la última vez que se guardó aquí. Vea qué cambió con: veta-cli verify "%1"; después consérvelo con --take-in o deshágalo con --turn-back.</translation>
    </message>
    <message>
        <source>Row %1 of %2 was added.</source>
        <translation>Se agregó la fila %1 de %2.</translation>
    </message>
    <message>
        <source>Row %1 of %2 was removed.</source>
        <translation>Se quitó la fila %1 de %2.</translation>
    </message>
    <message>
        <source>Row %1 of %2: “%3” became “%4”.</source>
        <translation>Fila %1 de %2: «%3» pasó a ser «%4».</translation>
    </message>
    <message>
        <source>A value function is “linear” or “steps”; “%1” is neither.</source>
        <translation>Una función de valor es «linear» o «steps»; «%1» no es ninguna.</translation>
    </message>
    <message>
        <source>“%1” is no stage. The stages are: %2.</source>
        <translation>«%1» no es una etapa. Las etapas son: %2.</translation>
    </message>
    <message>
        <source>No unit is called by the word “%1” in more than one meaning.</source>
        <translation>Ninguna unidad se llama con la palabra «%1» en más de un sentido.</translation>
    </message>
    <message>
        <source>“%1” cannot mean “%2”. It can mean: %3.</source>
        <translation>«%1» no puede significar «%2». Puede significar: %3.</translation>
    </message>
    <message>
        <source>The figure has no unit. Say which one the file means.</source>
        <translation>La cifra no tiene unidad. Indique cuál usa el archivo.</translation>
    </message>
    <message>
        <source>The unit “%1” is not in the table of units. Write it in another way, or say which unit is meant.</source>
        <translation>La unidad «%1» no está en la tabla de unidades. Escríbala de otra manera o indique de qué unidad se trata.</translation>
    </message>
    <message>
        <source>The unit “%1” has more than one meaning. Say which one the file means.</source>
        <translation>La unidad «%1» tiene más de un sentido. Indique cuál usa el archivo.</translation>
    </message>
    <message>
        <source>The unit “%1” belongs to another quantity: a grade is no tonnage. Check whether the columns are mixed up.</source>
        <translation>La unidad «%1» es de otra magnitud: una ley no es un tonelaje. Revise si las columnas están cambiadas.</translation>
    </message>
    <message>
        <source>The table of units cannot be read: %1. Install the program again.</source>
        <translation>No se puede leer la tabla de unidades: %1. Instale el programa de nuevo.</translation>
    </message>
    <message>
        <source>“%1” unpacks to far more than a table of sites holds, and might fill the memory; it was not read. If you trust it, open it in a spreadsheet program and save the one sheet you need as CSV.</source>
        <translation>«%1» se descomprime en mucho más de lo que contiene una tabla de sitios y podría llenar la memoria; no se leyó. Si confía en él, ábralo en un programa de hojas de cálculo y guarde como CSV la hoja que necesita.</translation>
    </message>
    <message>
        <source>“%1” is no workbook that can be read, or it is damaged. Open it in a spreadsheet program and save it again as .xlsx or .ods, or save the sheet you need as CSV.</source>
        <translation>«%1» no es un libro de cálculo que se pueda leer, o está dañado. Ábralo en un programa de hojas de cálculo y guárdelo de nuevo como .xlsx u .ods, o guarde como CSV la hoja que necesita.</translation>
    </message>
    <message>
        <source>“%1” is protected by a password. Open it in a spreadsheet program, take the password off, save it, and choose it again.</source>
        <translation>«%1» está protegido con una contraseña. Ábralo en un programa de hojas de cálculo, quite la contraseña, guárdelo y elíjalo de nuevo.</translation>
    </message>
    <message>
        <source>“%1” is a workbook of the old kind (.xls), whatever its ending. Open it in a spreadsheet program and save it as .xlsx or CSV.</source>
        <translation>«%1» es un libro de cálculo del tipo antiguo (.xls), diga lo que diga su extensión. Ábralo en un programa de hojas de cálculo y guárdelo como .xlsx o CSV.</translation>
    </message>
    <message>
        <source>A sheet of “%1” cannot be read whole: it is damaged, or a stray cell lies far outside its table. Open it in a spreadsheet program and save the sheet you need as CSV.</source>
        <translation>Una hoja de «%1» no se puede leer entera: está dañada, o hay una celda suelta lejos de su tabla. Ábrala en un programa de hojas de cálculo y guarde como CSV la hoja que necesita.</translation>
    </message>
    <message>
        <source>“%1” holds no table with rows in it. Choose another file.</source>
        <translation>«%1» no contiene ninguna tabla con filas. Elija otro archivo.</translation>
    </message>
    <message>
        <source>“%1” holds several tables. Say which one: %2.</source>
        <translation>«%1» contiene varias tablas. Indique cuál: %2.</translation>
    </message>
    <message>
        <source>“%1” holds no table “%2”. Choose one of these: %3.</source>
        <translation>«%1» no contiene la tabla «%2». Elija una de estas: %3.</translation>
    </message>
    <message>
        <source>The sheet “%1” has %2 merged ranges (%3): the value counts for the first cell of each, and the others are empty.</source>
        <translation>La hoja «%1» tiene %2 rangos combinados (%3): el valor cuenta para la primera celda de cada uno y las demás quedan vacías.</translation>
    </message>
    <message>
        <source>%1 cells of the sheet “%2” hold a formula whose result was not saved, and count as empty. Open the file in a spreadsheet program and save it there.</source>
        <translation>%1 celdas de la hoja «%2» contienen una fórmula cuyo resultado no se guardó y cuentan como vacías. Abra el archivo en un programa de hojas de cálculo y guárdelo allí.</translation>
    </message>
    <message>
        <source>%1 cells of the sheet “%2” hold text in several fonts, of which only the beginning was read. Open the file in a spreadsheet program and save it there.</source>
        <translation>%1 celdas de la hoja «%2» contienen texto en varios tipos de letra, del que solo se leyó el principio. Abra el archivo en un programa de hojas de cálculo y guárdelo allí.</translation>
    </message>
    <message>
        <source>The sheet “%1” has more than %2 columns; those to the right were left off.</source>
        <translation>La hoja «%1» tiene más de %2 columnas; las de la derecha se omitieron.</translation>
    </message>
    <message>
        <source>The table of “%1” says it has %2 rows, and there are %3. It was not written to its end, or changed by hand; compare it with the original.</source>
        <translation>La tabla de «%1» dice tener %2 filas y hay %3. No se escribió hasta el final, o se cambió a mano; compárela con el original.</translation>
    </message>
    <message>
        <source>“%1” has %2 shapes and %3 rows in its table: values and places may not belong together. Copy all files of that name together.</source>
        <translation>«%1» tiene %2 figuras y %3 filas en su tabla: los valores y los lugares pueden no corresponderse. Copie juntos todos los archivos con ese nombre.</translation>
    </message>
    <message>
        <source>%1 features of “%2” have a place that cannot be used: a coordinate is no number, or a shape is none.</source>
        <translation>%1 elementos de «%2» tienen un lugar que no se puede usar: una coordenada no es un número, o una figura no lo es.</translation>
    </message>
    <message>
        <source>%1 features were left off the map: their coordinates are not degrees, although the file says that they are. They stand in the table.</source>
        <translation>%1 objetos quedaron fuera del mapa: sus coordenadas no son grados, aunque el archivo dice que lo son. Siguen en la tabla.</translation>
    </message>
    <message>
        <source>%1 lines hold no coordinates and were left out.</source>
        <translation>%1 líneas no contienen coordenadas y se omitieron.</translation>
    </message>
    <message>
        <source>%1 texts are damaged: some of their bytes are no text in UTF-8.</source>
        <translation>%1 textos están dañados: algunos de sus bytes no son texto en UTF-8.</translation>
    </message>
    <message>
        <source>%1 values lie far from all others, towards the value that stands for none (%2): from %3 to %4. They are hardly real, and do not count for the colours; mask them before you measure.</source>
        <translation>%1 valores están lejos de todos los demás, hacia el valor que indica ausencia de dato (%2): de %3 a %4. Difícilmente son reales y no cuentan para los colores; enmascárelos antes de medir.</translation>
    </message>
    <message>
        <source>About %1 values lie far from all others, towards the value that stands for none (%2): from %3 to %4. They are hardly real, and do not count for the colours; mask them before you measure.</source>
        <translation>Unos %1 valores están lejos de todos los demás, hacia el valor que indica ausencia de dato (%2): de %3 a %4. Difícilmente son reales y no cuentan para los colores; enmascárelos antes de medir.</translation>
    </message>
    <message>
        <source>In the archive “%1” there are names that lead out of it (with “..”): %2. Those files were left alone; no archive is made so by accident.</source>
        <translation>En el archivo comprimido «%1» hay nombres que llevan fuera de él (con «..»): %2. Esos archivos no se tocaron; nadie hace un archivo así por accidente.</translation>
    </message>
    <message>
        <source>It has %1 bands; the first one is shown.</source>
        <translation>Tiene %1 bandas; se muestra la primera.</translation>
    </message>
    <message>
        <source>It holds no value: every pixel says that there is none.</source>
        <translation>No contiene ningún valor: todos los píxeles indican ausencia de dato.</translation>
    </message>
    <message>
        <source>Its features are cut where tiles meet, and one near an edge may stand in two tiles: do not count them.</source>
        <translation>Sus objetos están cortados donde se unen las teselas, y uno cercano a un borde puede estar en dos: no los cuente.</translation>
    </message>
    <message>
        <source>Its reference system, “%1”, names no datum, only the ellipsoid %2. It is drawn as if the datum were WGS 84, which may be several hundred metres off: older datums are. Ask whoever made it, and give its CRS.</source>
        <translation>Su sistema de referencia, «%1», no nombra ningún datum, solo el elipsoide %2. Se dibuja como si el datum fuera WGS 84, lo que puede desplazarlo varios cientos de metros, como ocurre con los datums antiguos. Pregunte a quien lo hizo e indique su sistema.</translation>
    </message>
    <message>
        <source>Its reference system, “%1”, names no datum, only the ellipsoid %2. It is drawn as if the datum were WGS 84: about 2 m off if it is NAD83 or an ITRF, as is usual on this ellipsoid. Give the CRS if you know it.</source>
        <translation>Su sistema de referencia, «%1», no nombra ningún datum, solo el elipsoide %2. Se dibuja como si el datum fuera WGS 84: unos 2 m de diferencia si es NAD83 o un ITRF, como es habitual con este elipsoide. Indique el sistema si lo conoce.</translation>
    </message>
    <message>
        <source>The archive “%1” holds %2 files more than are looked at. Unpack it, and choose the file itself.</source>
        <translation>El archivo comprimido «%1» contiene %2 archivos más de los que se examinan. Descomprímalo y elija el archivo mismo.</translation>
    </message>
    <message>
        <source>The coordinates of “%1” are not degrees, so “%2” is hardly its reference system. Give the one they are in; often that is a UTM zone.</source>
        <translation>Las coordenadas de «%1» no son grados, así que «%2» difícilmente es su sistema de referencia. Indique en cuál están; a menudo es una zona UTM.</translation>
    </message>
    <message>
        <source>The file does not say in which character set its text is. It was read as %1.</source>
        <translation>El archivo no dice en qué juego de caracteres está su texto. Se leyó como %1.</translation>
    </message>
    <message>
        <source>The file says that its text is in %1, but its bytes are not. They were read as %2.</source>
        <translation>El archivo dice que su texto está en %1, pero sus bytes no lo están. Se leyeron como %2.</translation>
    </message>
    <message>
        <source>The index (.shx) of the shapefile “%1” is missing, and the file is too large to make it anew in memory. Copy all files of that name together.</source>
        <translation>Falta el índice (.shx) del shapefile «%1», y el archivo es demasiado grande para rehacerlo en memoria. Copie juntos todos los archivos de ese nombre.</translation>
    </message>
    <message>
        <source>The index (.shx) of the shapefile “%1” does not say where its shapes are; it was made anew in memory. Check that no feature is missing, and ask for the whole set of files.</source>
        <translation>El índice (.shx) del shapefile «%1» no dice dónde están sus formas; se rehízo en la memoria. Compruebe que no falte ningún objeto y pida el juego completo de archivos.</translation>
    </message>
    <message>
        <source>The index (.shx) of the shapefile “%1” is missing; it was made anew in memory. Check that no feature is missing, and ask for the whole set of files.</source>
        <translation>Falta el índice (.shx) del shapefile «%1»; se rehízo en memoria. Compruebe que no falte ningún objeto y pida el juego completo de archivos.</translation>
    </message>
    <message>
        <source>The table (.dbf) of the shapefile “%1” is missing: its places are shown without names or values. Copy all files of that name together.</source>
        <translation>Falta la tabla (.dbf) del shapefile «%1»: sus lugares se muestran sin nombres ni valores. Copie juntos todos los archivos de ese nombre.</translation>
    </message>
    <message>
        <source>The table (.dbf) of the shapefile “%1” says that it has %2 rows, and has %3: it is damaged or not complete. What is there is shown.</source>
        <translation>La tabla (.dbf) del shapefile «%1» dice que tiene %2 filas, y tiene %3: está dañada o incompleta. Se muestra lo que hay.</translation>
    </message>
    <message>
        <source>“%1” defines entities of its own (&lt;!DOCTYPE&gt;), by which a file can fetch others or grow without end. It is not opened. Save it anew from the program that made it, without a document type.</source>
        <translation>«%1» define entidades propias (&lt;!DOCTYPE&gt;), con las que un archivo puede traer otros o crecer sin fin. No se abre. Guárdelo de nuevo desde el programa que lo hizo, sin tipo de documento.</translation>
    </message>
    <message>
        <source>“%1” does not fit into memory. Take the part you need out of it first.</source>
        <translation>«%1» no cabe en la memoria. Extraiga primero la parte que necesita.</translation>
    </message>
    <message>
        <source>“%1” in the archive “%2” could not be opened. %3</source>
        <translation>No se pudo abrir «%1» del archivo comprimido «%2». %3</translation>
    </message>
    <message>
        <source>“%1” in the archive “%2” unpacks to %3 MB, out of an archive of %4 MB: that is hardly a map. If you trust it, unpack it and choose the file itself.</source>
        <translation>«%1» del archivo comprimido «%2» se descomprime a %3 MB, de un archivo de %4 MB: difícilmente es un mapa. Si se fía de él, descomprímalo y elija el archivo mismo.</translation>
    </message>
    <message>
        <source>“%1” is a device or a pipe, not a file. Save what it holds as a file, and choose that.</source>
        <translation>«%1» es un dispositivo o una tubería, no un archivo. Guarde su contenido como archivo y elija ese.</translation>
    </message>
    <message>
        <source>“%1” is a link to “%2”, and there is no such file. Put it back, or choose the file itself.</source>
        <translation>«%1» es un enlace a «%2», y ese archivo no existe. Vuelva a ponerlo, o elija el archivo mismo.</translation>
    </message>
    <message>
        <source>“%1” is compressed (gzip). Unpack it, and choose the file in it.</source>
        <translation>«%1» está comprimido (gzip). Descomprímalo y elija el archivo que contiene.</translation>
    </message>
    <message>
        <source>“%1” is not what its ending says: by its content it is a file of the kind “%2”. Give it that ending, or get the right file.</source>
        <translation>«%1» no es lo que dice su extensión: por su contenido es un archivo del tipo «%2». Póngale esa extensión, o consiga el archivo correcto.</translation>
    </message>
    <message>
        <source>“%1” is too large to be read within its archive. Unpack it, and choose the file itself.</source>
        <translation>«%1» es demasiado grande para leerlo dentro de su archivo comprimido. Descomprímalo y elija el archivo mismo.</translation>
    </message>
    <message>
        <source>“%1” lies nowhere that “%2” has a meaning, so this is hardly its reference system. Give another one.</source>
        <translation>«%1» no está en ningún lugar donde «%2» tenga sentido, así que difícilmente es su sistema de referencia. Indique otro.</translation>
    </message>
    <message>
        <source>“%1” says that it is %2 by %3 pixels, in pieces of %4 MB, which is more than can be read. If that is right, convert it to a tiled GeoTIFF (gdal_translate -co TILED=YES).</source>
        <translation>«%1» dice que mide %2 por %3 píxeles, en bloques de %4 MB, más de lo que se puede leer. Si es correcto, conviértalo en un GeoTIFF en teselas (gdal_translate -co TILED=YES).</translation>
    </message>
    <message>
        <source>Minutes of longitude</source>
        <translation>Minutos de longitud</translation>
    </message>
    <message>
        <source>Seconds of longitude</source>
        <translation>Segundos de longitud</translation>
    </message>
    <message>
        <source>East or west</source>
        <translation>Este u oeste</translation>
    </message>
    <message>
        <source>Minutes of latitude</source>
        <translation>Minutos de latitud</translation>
    </message>
    <message>
        <source>Seconds of latitude</source>
        <translation>Segundos de latitud</translation>
    </message>
    <message>
        <source>North or south</source>
        <translation>Norte o sur</translation>
    </message>
    <message>
        <source>UTM zone</source>
        <translation>Zona UTM</translation>
    </message>
    <message>
        <source>Unit of the tonnage</source>
        <translation>Unidad del tonelaje</translation>
    </message>
    <message>
        <source>Unit of what is contained</source>
        <translation>Unidad del contenido</translation>
    </message>
    <message>
        <source>Cut-off grade</source>
        <translation>Ley de corte</translation>
    </message>
    <message>
        <source>Unit of the cut-off</source>
        <translation>Unidad de la ley de corte</translation>
    </message>
    <message>
        <source>Note on the estimate</source>
        <translation>Nota sobre la estimación</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Proceso</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Alimentación</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Producto</translation>
    </message>
    <message>
        <source>Capacity a year</source>
        <translation>Capacidad anual</translation>
    </message>
    <message>
        <source>Unit of the capacity</source>
        <translation>Unidad de la capacidad</translation>
    </message>
    <message>
        <source>Year of the capacity</source>
        <translation>Año de la capacidad</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>It has the columns that mark it: %1.</source>
        <translation>Tiene las columnas que lo distinguen: %1.</translation>
    </message>
    <message>
        <source>The values of %1 are of the kind it holds (“%2”).</source>
        <translation>Los valores de %1 son del tipo que contiene («%2»).</translation>
    </message>
    <message>
        <source>This is not a preset: a preset in JSON has a “name” and a “mapping”.</source>
        <translation>Esto no es un preajuste: un preajuste en JSON tiene un «name» y un «mapping».</translation>
    </message>
    <message>
        <source>None of its headers is a usual one; say what its columns mean.</source>
        <translation>Ninguno de sus encabezados es usual; diga qué significan sus columnas.</translation>
    </message>
    <message>
        <source>Its headers %1 are usual ones.</source>
        <translation>Sus encabezados %1 son usuales.</translation>
    </message>
    <message>
        <source>The rows of “%1” are figures about sites of “%2”, but the mapping does not say which column names the site.</source>
        <translation>Las filas de «%1» son cifras sobre sitios de «%2», pero la asignación no dice qué columna nombra el sitio.</translation>
    </message>
    <message>
        <source>A figure was left out (rows: %1; “%2”): %3</source>
        <translation>Se omitió una cifra (filas: %1; «%2»): %3</translation>
    </message>
    <message>
        <source>Its longitudes have no sign, and its countries lie west: they are taken as west.</source>
        <translation>Sus longitudes no tienen signo y sus países están al oeste: se toman como oeste.</translation>
    </message>
    <message>
        <source>The first line of “%1” is longer than %2 MB, or has more than %3 columns, so it is no header. Check whether its lines lost their ends, and export it again.</source>
        <translation>La primera línea de «%1» tiene más de %2 MB, o más de %3 columnas, así que no es un encabezado. Revise si sus líneas perdieron el final y expórtelo de nuevo.</translation>
    </message>
    <message>
        <source>“%1” changed while it was read. Wait until whoever writes it is done, and choose it again.</source>
        <translation>«%1» cambió mientras se leía. Espere a que quien lo escribe termine y elíjalo de nuevo.</translation>
    </message>
    <message>
        <source>“%1” holds several tables. Name one of them: %2.</source>
        <translation>«%1» contiene varias tablas. Nombre una de ellas: %2.</translation>
    </message>
    <message>
        <source>The archive “%1” holds no table. Tables end in: csv, txt, tab, tsv, xlsx, ods, dbf.</source>
        <translation>El archivo comprimido «%1» no contiene ninguna tabla. Las tablas terminan en: csv, txt, tab, tsv, xlsx, ods, dbf.</translation>
    </message>
    <message>
        <source>The file is not UTF-8. By its content it was read as %1; look whether its words are right.</source>
        <translation>El archivo no es UTF-8. Por su contenido se leyó como %1; revise si sus palabras son correctas.</translation>
    </message>
    <message>
        <source>The file is UTF-8 but for %1 lines, which were read as Windows-1252.</source>
        <translation>El archivo es UTF-8 salvo %1 líneas, que se leyeron como Windows-1252.</translation>
    </message>
    <message>
        <source>The sheet “%1” of “%2” is empty. Choose another one.</source>
        <translation>La hoja «%1» de «%2» está vacía. Elija otra.</translation>
    </message>
    <message>
        <source>The header of the table was found in line %1; what stands above it was passed over.</source>
        <translation>El encabezado de la tabla se encontró en la línea %1; lo que está encima se pasó por alto.</translation>
    </message>
    <message>
        <source>“%1” is no list of mineral sites in JSON, or it is damaged. Fetch it again.</source>
        <translation>«%1» no es una lista de sitios minerales en JSON, o está dañado. Obténgalo de nuevo.</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>Escribiendo %1</translation>
    </message>
    <message>
        <source>The line is longer than any row of a table.</source>
        <translation>La línea es más larga que cualquier fila de una tabla.</translation>
    </message>
    <message>
        <source>The longitude lies east, but the country lies west: its sign may be missing.</source>
        <translation>La longitud queda al este, pero el país está al oeste: puede faltarle el signo.</translation>
    </message>
    <message>
        <source>No site of that record number is known. Import the table of sites first.</source>
        <translation>No se conoce ningún sitio con ese número de registro. Importe primero la tabla de sitios.</translation>
    </message>
    <message>
        <source>The row states no figure.</source>
        <translation>La fila no da ninguna cifra.</translation>
    </message>
    <message>
        <source>The figure has no unit.</source>
        <translation>La cifra no tiene unidad.</translation>
    </message>
    <message>
        <source>The unit is not known.</source>
        <translation>La unidad no se conoce.</translation>
    </message>
    <message>
        <source>The unit has more than one meaning; say in the mapping which is meant.</source>
        <translation>La unidad tiene más de un significado; diga en la asignación cuál se entiende.</translation>
    </message>
    <message>
        <source>The unit is one of another quantity.</source>
        <translation>La unidad es de otra magnitud.</translation>
    </message>
    <message>
        <source>A number of this kind was expected.</source>
        <translation>Se esperaba un número de este tipo.</translation>
    </message>
    <message>
        <source>The grade is an equivalent of several metals and no grade of one.</source>
        <translation>La ley es un equivalente de varios metales y no la ley de uno.</translation>
    </message>
    <message>
        <source>The grade is above 100 %.</source>
        <translation>La ley pasa de 100 %.</translation>
    </message>
    <message>
        <source>“%1” is no name of a character set that is known here. Known are: UTF-8, windows-1252, ISO-8859-1, IBM850, Shift_JIS and others.</source>
        <translation>«%1» no es el nombre de un juego de caracteres conocido aquí. Se conocen: UTF-8, windows-1252, ISO-8859-1, IBM850, Shift_JIS y otros.</translation>
    </message>
    <message>
        <source>“%1” holds the names of columns and no row under them. Look in the program it comes from whether it was exported whole.</source>
        <translation>«%1» contiene los nombres de las columnas y ninguna fila debajo. Revise en el programa de donde viene si se exportó completo.</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>two places</comment>
        <translation>%1 y %2</translation>
    </message>
    <message>
        <source>%1, %2 and %3</source>
        <comment>three places</comment>
        <translation>%1, %2 y %3</translation>
    </message>
    <message>
        <source>%1, %2 and %3 more</source>
        <comment>places</comment>
        <translation>%1, %2 y %3 más</translation>
    </message>
    <message>
        <source>%1° W</source>
        <translation>%1° O</translation>
    </message>
    <message>
        <source>%1° E</source>
        <translation>%1° E</translation>
    </message>
    <message>
        <source>%1° S</source>
        <translation>%1° S</translation>
    </message>
    <message>
        <source>%1° N</source>
        <translation>%1° N</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>a range</comment>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>longitudes, latitudes</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>NAD83 is the datum of newer maps of the United States and Canada, within 2 metres of WGS 84.</source>
        <translation>NAD83 es el datum de los mapas recientes de Estados Unidos y Canadá, a menos de 2 metros de WGS 84.</translation>
    </message>
    <message>
        <source>NAD27 is the datum of older maps; it lies up to 200 metres beside the newer ones.</source>
        <translation>NAD27 es el datum de los mapas antiguos; queda hasta 200 metros al lado de los recientes.</translation>
    </message>
    <message>
        <source>ITRF2008 is the official datum of Mexico since 2010, within 2 metres of WGS 84.</source>
        <translation>ITRF2008 es el datum oficial de México desde 2010, a menos de 2 metros de WGS 84.</translation>
    </message>
    <message>
        <source>ITRF92 was the official datum of Mexico until 2010, within 2 metres of WGS 84.</source>
        <translation>ITRF92 fue el datum oficial de México hasta 2010, a menos de 2 metros de WGS 84.</translation>
    </message>
    <message>
        <source>As degrees the points would lie outside the globe.</source>
        <translation>Como grados, los puntos quedarían fuera del globo.</translation>
    </message>
    <message>
        <source>In it the points would lie nowhere on Earth.</source>
        <translation>En él los puntos no quedarían en ningún lugar de la Tierra.</translation>
    </message>
    <message>
        <source>The numbers are degrees: %1.</source>
        <translation>Los números son grados: %1.</translation>
    </message>
    <message>
        <source>Longitudes that run from 0 to 360 are read as degrees west.</source>
        <translation>Las longitudes que van de 0 a 360 se leen como grados oeste.</translation>
    </message>
    <message>
        <source>This lies in %1.</source>
        <translation>Esto queda en %1.</translation>
    </message>
    <message>
        <source>As UTM zone %1 south this lies in %2.</source>
        <translation>Como zona UTM %1 sur queda en %2.</translation>
    </message>
    <message>
        <source>As UTM zone %1 north this lies in %2.</source>
        <translation>Como zona UTM %1 norte queda en %2.</translation>
    </message>
    <message>
        <source>As %1 this lies in %2.</source>
        <translation>Como %1 queda en %2.</translation>
    </message>
    <message>
        <source>That is at sea, or in another country.</source>
        <translation>Eso queda en el mar o en otro país.</translation>
    </message>
    <message>
        <source>%1 of %2 points looked at have no place in it.</source>
        <translation>%1 de %2 puntos examinados no tienen lugar en él.</translation>
    </message>
    <message>
        <source>The map sheet “%1” lies there too.</source>
        <translation>La hoja «%1» también queda ahí.</translation>
    </message>
    <message>
        <source>The file states it.</source>
        <translation>Lo declara el archivo.</translation>
    </message>
    <message>
        <source>The file holds no coordinates to judge by.</source>
        <translation>El archivo no contiene coordenadas para juzgar.</translation>
    </message>
    <message>
        <source>The file states %1, which is in degrees, but its numbers run to %2: they are metres or feet.</source>
        <translation>El archivo declara %1, que está en grados, pero sus números llegan a %2: son metros o pies.</translation>
    </message>
    <message>
        <source>The file states %1, but its numbers look like degrees.</source>
        <translation>El archivo declara %1, pero sus números parecen grados.</translation>
    </message>
    <message>
        <source>The file states %1, but its numbers do not fit where that is used.</source>
        <translation>El archivo declara %1, pero sus números no corresponden a donde se usa.</translation>
    </message>
    <message>
        <source>The file does not state its coordinate system. Its numbers look like degrees.</source>
        <translation>El archivo no declara su sistema de coordenadas. Sus números parecen grados.</translation>
    </message>
    <message>
        <source>The file does not state its coordinate system. Its numbers run to %1: they are no degrees, but metres or feet.</source>
        <translation>El archivo no declara su sistema de coordenadas. Sus números llegan a %1: no son grados, sino metros o pies.</translation>
    </message>
    <message>
        <source>How “%1” was read is not known, so its rows cannot be mended here. Import its file again.</source>
        <translation>No se sabe cómo se leyó «%1», así que sus filas no se pueden corregir aquí. Importe su archivo de nuevo.</translation>
    </message>
    <message>
        <source>%1 of the first %2 rows of “%3” cannot be taken, which is more than can be kept for mending; nothing was imported. The first of them: %4 Look whether it is the right table, and what its columns mean.</source>
        <translation>%1 de las primeras %2 filas de «%3» no se pueden tomar, más de las que se pueden guardar para corregirlas; no se importó nada. La primera: %4 Revise si es la tabla correcta y qué significan sus columnas.</translation>
    </message>
    <message>
        <source>“%1” in the name of the file, its folder or its fields says so.</source>
        <translation>«%1» en el nombre del archivo, de su carpeta o de sus campos lo dice.</translation>
    </message>
    <message>
        <source>“%1” holds several tables. “%2” was read, which looks like the one of sites; these were not: %3.</source>
        <translation>«%1» contiene varias tablas. Se leyó «%2», que parece la de los sitios; estas no se leyeron: %3.</translation>
    </message>
    <message>
        <source>“%1” is a web page (HTML), not a table. Often it says that the file was not there or has to be paid for: open it in a browser, and fetch the table itself.</source>
        <translation>«%1» es una página web (HTML), no una tabla. A menudo dice que el archivo no estaba o que hay que pagarlo: ábrala en un navegador y descargue la tabla misma.</translation>
    </message>
    <message>
        <source>“%1” is a layer in the format %2, not a table of text. Give it the ending .%3, and choose it again.</source>
        <translation>«%1» es una capa en el formato %2, no una tabla de texto. Póngale la extensión .%3 y elíjala de nuevo.</translation>
    </message>
    <message>
        <source>“%1” is XML, not a table. Save it as CSV or as a spreadsheet in the program it comes from.</source>
        <translation>«%1» es XML, no una tabla. Guárdelo como CSV o como hoja de cálculo en el programa del que viene.</translation>
    </message>
    <message>
        <source>“%1” points to data kept elsewhere (a network link), which is never fetched: %2. Open the address in a browser or in Google Earth, save what it holds as a file, and choose that.</source>
        <translation>«%1» remite a datos que están en otro lugar (un enlace de red), que nunca se descargan: %2. Abra la dirección en un navegador o en Google Earth, guarde lo que contiene como archivo y elija este.</translation>
    </message>
    <message>
        <source>“%1” is empty: it holds not a single byte. Ask for the file again, or fetch it again.</source>
        <translation>«%1» está vacío: no contiene ni un byte. Pida el archivo de nuevo o descárguelo otra vez.</translation>
    </message>
    <message>
        <source>“%1” is a web page (HTML), whatever its ending says. Often it says that the file was not there or has to be paid for: open it in a browser, and fetch the file itself.</source>
        <translation>«%1» es una página web (HTML), diga lo que diga su extensión. A menudo dice que el archivo no estaba o que hay que pagarlo: ábrala en un navegador y descargue el archivo mismo.</translation>
    </message>
    <message>
        <source>“%1” says that its text is UTF-8, but its bytes are not. They were read as %2; look whether its names are right.</source>
        <translation>«%1» dice que su texto está en UTF-8, pero sus bytes no lo están. Se leyeron como %2; revise que los nombres sean correctos.</translation>
    </message>
    <message>
        <source>Latitude and longitude are swapped in the file: its x runs to %1 and its y to %2, and no latitude goes beyond 90. No coordinate system mends that: export it again with the longitude (x) first. A table can be imported as sites with its columns exchanged.</source>
        <translation>La latitud y la longitud están invertidas en el archivo: su x llega hasta %1 y su y hasta %2, y ninguna latitud pasa de 90. Ningún sistema de coordenadas corrige eso: expórtelo de nuevo con la longitud (x) primero. Una tabla puede importarse como sitios con las columnas intercambiadas.</translation>
    </message>
    <message>
        <source>“%1” in the folder “%2” could not be opened. %3</source>
        <translation>«%1» de la carpeta «%2» no se pudo abrir. %3</translation>
    </message>
    <message>
        <source>The folder “%1” holds more files, or folders within folders, than are looked at. Choose the folder in it, or the file itself.</source>
        <translation>La carpeta «%1» contiene más archivos, o carpetas dentro de carpetas, de los que se examinan. Elija la carpeta que está en ella o el archivo mismo.</translation>
    </message>
    <message>
        <source>The folder “%1” holds no file that can be read as a layer. Choose another folder, or a file.</source>
        <translation>La carpeta «%1» no contiene ningún archivo que pueda leerse como capa. Elija otra carpeta o un archivo.</translation>
    </message>
    <message>
        <source>“%1” is a table, not a layer: it has no columns named longitude and latitude that can be read as they are. Import it as sites: Import sites… in the menu, or veta-cli import.</source>
        <translation>«%1» es una tabla, no una capa: no tiene columnas llamadas longitude y latitude que puedan leerse tal como están. Impórtela como sitios: Importar sitios… en el menú, o veta-cli import.</translation>
    </message>
    <message>
        <source>“%1” holds no features: the layer is empty. Look in the program it comes from whether it was exported whole.</source>
        <translation>«%1» no contiene ningún elemento: la capa está vacía. Revise en el programa del que viene si se exportó completa.</translation>
    </message>
    <message>
        <source>Its latitudes are beyond 90 degrees, or lie in the countries named only as longitudes: the two columns are taken for each other.</source>
        <translation>Sus latitudes pasan de 90 grados, o sólo caen en los países nombrados como longitudes: las dos columnas se toman una por otra.</translation>
    </message>
    <message>
        <source>Latitude and longitude, or easting and northing, seem to be swapped: the position is only possible, or in its country, the other way round.</source>
        <translation>Latitud y longitud, o este y norte, parecen estar cambiadas: la posición sólo es posible, o está en su país, al revés.</translation>
    </message>
    <message>
        <source>Nothing in the file says whether its comma parts thousands or decimals; say the decimal sign in the mapping.</source>
        <translation>Nada en el archivo dice si su coma separa millares o decimales; indique el signo decimal en la correspondencia.</translation>
    </message>
    <message>
        <source>No columns with positions were found, so the sites come in without. Say which columns hold them, or call these “longitude” and “latitude” (degrees) or “easting”, “northing” and “UTM zone” (metres).</source>
        <translation>No se encontraron columnas con posiciones, así que los sitios entran sin ellas. Diga qué columnas las tienen, o llámelas “longitud” y “latitud” (grados) o “este”, “norte” y “zona UTM” (metros).</translation>
    </message>
    <message>
        <source>Nothing was taken from these columns, though each row is kept whole: %1.</source>
        <translation>De estas columnas no se tomó nada, aunque cada fila se guarda entera: %1.</translation>
    </message>
    <message>
        <source>Positions lie far outside of the country of their rows, %1; look whether the coordinates or the country are wrong (rows: %2).</source>
        <translation>Hay posiciones muy fuera del país de sus filas, %1; vea si están mal las coordenadas o el país (filas: %2).</translation>
    </message>
    <message>
        <source>These tables of the file were not read: %1.</source>
        <translation>Estas tablas del archivo no se leyeron: %1.</translation>
    </message>
    <message>
        <source>“%1” gives its positions in degrees and minutes, which are not drawn as they are. Import it as sites: Import sites… in the menu, or veta-cli import.</source>
        <translation>«%1» da sus posiciones en grados y minutos, que no se dibujan tal como están. Impórtela como sitios: Importar sitios… en el menú, o veta-cli import.</translation>
    </message>
    <message>
        <source>raster</source>
        <translation>ráster</translation>
    </message>
    <message>
        <source>points</source>
        <translation>puntos</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>líneas</translation>
    </message>
    <message>
        <source>polygons</source>
        <translation>polígonos</translation>
    </message>
    <message>
        <source>several kinds</source>
        <translation>varios tipos</translation>
    </message>
    <message>
        <source>The rows name “%1”, too.</source>
        <translation>También las filas nombran «%1».</translation>
    </message>
    <message>
        <source>That is the country of its rows, too.</source>
        <translation>Es también el país de sus filas.</translation>
    </message>
    <message>
        <source>What is mapped as the latitude goes beyond 90 degrees: the two columns are taken for each other. Exchange them, or tick that longitude and latitude are swapped.</source>
        <translation>Lo que se lee como latitud pasa de 90 grados: las dos columnas están tomadas una por la otra. Intercámbielas, o marque que longitud y latitud están cambiadas.</translation>
    </message>
    <message>
        <source>The file states %1, and its numbers fit that.</source>
        <translation>El archivo declara %1, y sus números corresponden.</translation>
    </message>
    <message>
        <source>The rows name their zones of UTM, but not the datum that they are meant in.</source>
        <translation>Las filas nombran sus zonas UTM, pero no el datum en que están.</translation>
    </message>
    <message>
        <source>The layer has more points than can be drawn at once. Take the part you need out of it first.</source>
        <translation>La capa tiene más puntos de los que pueden dibujarse a la vez. Extraiga antes la parte que necesita.</translation>
    </message>
    <message>
        <source>The file “%1” changed while it was open. Read the layer again to see what it holds now.</source>
        <translation>El archivo «%1» cambió mientras estaba abierto. Lea de nuevo la capa para ver lo que contiene ahora.</translation>
    </message>
    <message>
        <source>“%1” could not be written: %2</source>
        <translation>No se pudo escribir «%1»: %2</translation>
    </message>
    <message>
        <source>There is none of the name “%1” any more.</source>
        <translation>Ya no hay ninguno con el nombre «%1».</translation>
    </message>
    <message>
        <source>The field “%1” holds no numbers. Choose one that does, or colour by its values instead.</source>
        <translation>El campo «%1» no contiene números. Elija uno que los contenga o coloree según sus valores.</translation>
    </message>
    <message>
        <source>Drawing effects are left out</source>
        <translation>Se omiten los efectos de dibujo</translation>
    </message>
    <message>
        <source>Symbol layer %1, “%2”, is left out</source>
        <translation>Se omite la capa de símbolo %1, «%2»</translation>
    </message>
    <message>
        <source>A size in map units becomes one on paper</source>
        <translation>Un tamaño en unidades del mapa pasa a ser uno en papel</translation>
    </message>
    <message>
        <source>A pattern of dashes is drawn by the nearest of Veta’s own</source>
        <translation>Un patrón de guiones se dibuja con el más parecido de Veta</translation>
    </message>
    <message>
        <source>Turning and shifting of symbols is left out</source>
        <translation>Se omiten el giro y el desplazamiento de los símbolos</translation>
    </message>
    <message>
        <source>A hatch becomes an even colour</source>
        <translation>Una trama pasa a ser un color uniforme</translation>
    </message>
    <message>
        <source>The shape “%1” becomes a circle</source>
        <translation>La forma «%1» pasa a ser un círculo</translation>
    </message>
    <message>
        <source>What each feature says for itself of “%1” is left out</source>
        <translation>Se omite lo que cada elemento indica por sí mismo de «%1»</translation>
    </message>
    <message>
        <source>What is drawn of pictures is left out</source>
        <translation>Se omite lo que se dibuja de las imágenes</translation>
    </message>
    <message>
        <source>A number that each feature says for itself is left out</source>
        <translation>Se omite un número que cada elemento indica por sí mismo</translation>
    </message>
    <message>
        <source>A line made of symbols becomes a plain one</source>
        <translation>Una línea hecha de símbolos pasa a ser una simple</translation>
    </message>
    <message>
        <source>Only the first symbol of a rule is read</source>
        <translation>De una regla solo se lee el primer símbolo</translation>
    </message>
    <message>
        <source>A picture as a symbol becomes a circle</source>
        <translation>Una imagen usada como símbolo pasa a ser un círculo</translation>
    </message>
    <message>
        <source>Labels that are not one field alone are left out</source>
        <translation>Se omiten las etiquetas que no son un solo campo</translation>
    </message>
    <message>
        <source>“%1” is neither a style of QGIS (.qml) nor an SLD (.sld).</source>
        <translation>«%1» no es un estilo de QGIS (.qml) ni un SLD (.sld).</translation>
    </message>
    <message>
        <source>“%1” cannot be read. Is it there, and may you read it?</source>
        <translation>«%1» no se puede leer. ¿Existe y tiene usted permiso para leerlo?</translation>
    </message>
    <message>
        <source>“%1” does not say what it shall be. End its name in .qml for QGIS or in .sld for map servers.</source>
        <translation>«%1» no indica de qué tipo será. Termine su nombre en .qml para QGIS o en .sld para servidores de mapas.</translation>
    </message>
    <message>
        <source>“%1” cannot be written. Is there room, and may you write there?</source>
        <translation>«%1» no se puede escribir. ¿Hay espacio y tiene usted permiso para escribir ahí?</translation>
    </message>
    <message>
        <source>The style is made for another kind of geometry than the layer’s; its colours are kept.</source>
        <translation>El estilo está hecho para otro tipo de geometría que el de la capa; se conservan sus colores.</translation>
    </message>
    <message>
        <source>The layer has no field “%1” to colour by; all its features are others.</source>
        <translation>La capa no tiene el campo «%1» según el cual colorear; todos sus elementos quedan entre los otros.</translation>
    </message>
    <message>
        <source>The layer has no field “%1” to write on the map.</source>
        <translation>La capa no tiene el campo «%1» que se escribiría en el mapa.</translation>
    </message>
    <message>
        <source>%1 (%2 and %3 more).</source>
        <translation>%1 (%2 y %3 más).</translation>
    </message>
    <message>
        <source>Some classes differ in more than their colour; all are drawn as “%1”</source>
        <translation>Algunas clases difieren en algo más que el color; todas se dibujan como «%1»</translation>
    </message>
    <message>
        <source>A value stands in several classes; the first one counts</source>
        <translation>Un valor aparece en varias clases; cuenta la primera</translation>
    </message>
    <message>
        <source>“%1” is a style of QGIS, but not one of features that are drawn by symbols. A picture’s colours are not read.</source>
        <translation>«%1» es un estilo de QGIS, pero no de elementos que se dibujan con símbolos. Los colores de una imagen no se leen.</translation>
    </message>
    <message>
        <source>“%1”, line %2: QGIS draws this layer by “%3”, which Veta does not. Change it there to a single symbol, categories or graduated colours, and save the style again.</source>
        <translation>«%1», línea %2: QGIS dibuja esta capa mediante «%3», lo que Veta no hace. Cámbiela allí a símbolo único, categorías o colores graduados y guarde el estilo otra vez.</translation>
    </message>
    <message>
        <source>The classes follow the expression “%1”, not a field; all features are drawn alike</source>
        <translation>Las clases siguen la expresión «%1», no un campo; todos los elementos se dibujan igual</translation>
    </message>
    <message>
        <source>Classes by size are told apart by colour alone</source>
        <translation>Las clases por tamaño se distinguen solo por el color</translation>
    </message>
    <message>
        <source>Labels by rules are left out</source>
        <translation>Se omiten las etiquetas por reglas</translation>
    </message>
    <message>
        <source>Labels by the expression “%1” are left out</source>
        <translation>Se omiten las etiquetas según la expresión «%1»</translation>
    </message>
    <message>
        <source>The layer is shown at all scales</source>
        <translation>La capa se muestra a todas las escalas</translation>
    </message>
    <message>
        <source>Blending with what lies below is left out</source>
        <translation>Se omite la mezcla con lo que queda debajo</translation>
    </message>
    <message>
        <source>Diagrams are left out</source>
        <translation>Se omiten los diagramas</translation>
    </message>
    <message>
        <source>“%1” is no style of QGIS (.qml).</source>
        <translation>«%1» no es un estilo de QGIS (.qml).</translation>
    </message>
    <message>
        <source>Features that state no colour are drawn in another program in the symbol’s own</source>
        <translation>Los elementos que no indican color se dibujan en otro programa con el del símbolo</translation>
    </message>
    <message>
        <source>QGIS tells features without a value from no others: they are drawn as all others</source>
        <translation>QGIS no distingue los elementos sin valor: se dibujan como todos los demás</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>Todos los demás</translation>
    </message>
    <message>
        <source>QGIS does not draw features that are in no range; here they have a colour of their own</source>
        <translation>QGIS no dibuja los elementos que no están en ningún intervalo; aquí tienen un color propio</translation>
    </message>
    <message>
        <source>“%1” holds no rule by which Veta could draw features.</source>
        <translation>«%1» no contiene ninguna regla con la que Veta pueda dibujar elementos.</translation>
    </message>
    <message>
        <source>Only the first style of the file is read</source>
        <translation>Solo se lee el primer estilo del archivo</translation>
    </message>
    <message>
        <source>Only what is drawn first, below, is read; what lies over it is left out</source>
        <translation>Solo se lee lo que se dibuja primero, debajo; se omite lo que queda encima</translation>
    </message>
    <message>
        <source>A rule is left out whose condition is not one value or range of the field that the others go by</source>
        <translation>Se omite una regla cuya condición no es un valor o un intervalo del campo que siguen las demás</translation>
    </message>
    <message>
        <source>A number on the bound of two classes belongs to the one that stands first</source>
        <translation>Un número en el límite de dos clases pertenece a la que aparece primero</translation>
    </message>
    <message>
        <source>A symbol for another kind of geometry is left out</source>
        <translation>Se omite un símbolo para otro tipo de geometría</translation>
    </message>
    <message>
        <source>A rule for all features becomes one for all others</source>
        <translation>Una regla para todos los elementos pasa a ser una para todos los demás</translation>
    </message>
    <message>
        <source>“%1” is no Styled Layer Descriptor (.sld).</source>
        <translation>«%1» no es un Styled Layer Descriptor (.sld).</translation>
    </message>
    <message>
        <source>SLD knows no opacity of a layer; its colours have it instead</source>
        <translation>SLD no conoce la opacidad de una capa; la llevan sus colores</translation>
    </message>
    <message>
        <source>Colours that a field holds are read by few programs, and only where it says them as #RRGGBB</source>
        <translation>Los colores contenidos en un campo los leen pocos programas, y solo si los da como #RRGGBB</translation>
    </message>
    <message>
        <source>“%1” is larger than a style can be (16 MB). Is it the right file?</source>
        <translation>«%1» es más grande de lo que puede ser un estilo (16 MB). ¿Es el archivo correcto?</translation>
    </message>
    <message>
        <source>“%1” cannot be read as a style: line %2 is not as XML has it. Save the style anew in the program it comes from.</source>
        <translation>«%1» no se puede leer como estilo: la línea %2 no es XML correcto. Guarde el estilo de nuevo en el programa del que proviene.</translation>
    </message>
    <message>
        <source>It has %1 by %2 pixels and no overviews, so it takes a while until it is seen as a whole. gdaladdo makes overviews.</source>
        <translation>Tiene %1 por %2 píxeles y ninguna vista reducida (overview), por lo que tarda en verse completo. gdaladdo las genera.</translation>
    </message>
    <message>
        <source>“%1” was changed while it was shown. Read the layer again to see what it holds now.</source>
        <translation>«%1» cambió mientras se mostraba. Lea de nuevo la capa para ver lo que contiene ahora.</translation>
    </message>
    <message>
        <source>There is not enough memory for the picture. Choose a lower resolution.</source>
        <translation>No hay memoria suficiente para la imagen. Elija una resolución menor.</translation>
    </message>
    <message>
        <source>At %1 dots per inch the sheet would have %2 × %3 pixels, which is more than can be written. Choose a lower resolution or smaller paper: at most %4 million pixels.</source>
        <translation>Con %1 puntos por pulgada la hoja tendría %2 × %3 píxeles, más de lo que se puede escribir. Elija una resolución menor o un papel más pequeño: a lo más %4 millones de píxeles.</translation>
    </message>
    <message>
        <source>Drawing the map sheet</source>
        <translation>Dibujando la hoja del mapa</translation>
    </message>
    <message>
        <source>The printer takes no pages. Look whether it is switched on and connected, or save the sheet as PDF.</source>
        <translation>La impresora no acepta páginas. Vea si está encendida y conectada, o guarde la hoja como PDF.</translation>
    </message>
    <message>
        <source>The paper of the sheet has no size. Choose another one.</source>
        <translation>El papel de la hoja no tiene tamaño. Elija otro.</translation>
    </message>
    <message>
        <source>The sheet has no room left for the map. Choose larger paper, smaller margins, shorter words or another place for the legend.</source>
        <translation>En la hoja no queda lugar para el mapa. Elija un papel más grande, márgenes menores, textos más cortos u otro lugar para la leyenda.</translation>
    </message>
    <message>
        <source>The map cannot be drawn at 1:%1 there. Choose another scale, or move the map to where its coordinate system has a meaning.</source>
        <translation>El mapa no se puede dibujar ahí a 1:%1. Elija otra escala, o lleve el mapa a donde su sistema de coordenadas tenga sentido.</translation>
    </message>
    <message>
        <source>The notes below the map were cut short. Choose larger paper, or PDF, where they have a page of their own.</source>
        <translation>Las notas al pie del mapa se cortaron. Elija un papel más grande, o PDF, donde tienen una página propia.</translation>
    </message>
    <message>
        <source>%1 entries of the legend have no room on the sheet. Choose larger paper, or PDF, where the legend has pages of its own.</source>
        <translation>%1 renglones de la leyenda no caben en la hoja. Elija un papel más grande, o PDF, donde la leyenda tiene páginas propias.</translation>
    </message>
    <message>
        <source>A pattern is drawn by the nearest of Veta’s own hatches</source>
        <translation>Un patrón se dibuja con la trama de Veta que más se le parece</translation>
    </message>
    <message>
        <source>There is not enough memory to read “%1”. Close other programs, or take the part you need out of it first.</source>
        <translation>No hay memoria suficiente para leer «%1». Cierre otros programas o extraiga antes la parte que necesita.</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2. Try again, or get another copy of it.</source>
        <translation>No se puede leer «%1»: %2. Inténtelo de nuevo o consiga otra copia.</translation>
    </message>
    <message>
        <source>There is not enough memory to draw it. Close other programs, or show less.</source>
        <translation>No hay memoria suficiente para dibujarla. Cierre otros programas o muestre menos.</translation>
    </message>
    <message>
        <source>Preparing %1 for the map</source>
        <translation>Preparando %1 para el mapa</translation>
    </message>
    <message>
        <source>“%1” holds a raster, but the layer shows features. Add it as a layer of its own.</source>
        <translation>«%1» contiene un ráster, pero la capa muestra elementos. Agréguelo como capa aparte.</translation>
    </message>
    <message>
        <source>“%1” holds features, but the layer shows a raster. Add it as a layer of its own.</source>
        <translation>«%1» contiene elementos, pero la capa muestra un ráster. Agréguelo como capa aparte.</translation>
    </message>
    <message>
        <source>It is in %1; the file before was in %2.</source>
        <translation>Está en %1; el archivo anterior estaba en %2.</translation>
    </message>
    <message>
        <source>It has no field “%1”, by which the layer is coloured.</source>
        <translation>No tiene el campo «%1», con el que se colorea la capa.</translation>
    </message>
    <message>
        <source>The layer “%1” lies within the project file: there is no file to look for.</source>
        <translation>La capa «%1» está dentro del archivo de proyecto: no hay archivo que buscar.</translation>
    </message>
    <message>
        <source>“%1” does not hold what the file held that was added: it is another version of it, or another map.</source>
        <translation>«%1» no contiene lo mismo que el archivo que se agregó: es otra versión de él u otro mapa.</translation>
    </message>
    <message>
        <source>The order of claims names expert, rank and newer, each once.</source>
        <translation>El orden de las afirmaciones nombra expert, rank y newer, cada uno una vez.</translation>
    </message>
    <message>
        <source>what a person chose</source>
        <translation>lo que eligió una persona</translation>
    </message>
    <message>
        <source>the source of the lower rank</source>
        <translation>la fuente de menor rango</translation>
    </message>
    <message>
        <source>the newer one</source>
        <translation>la más reciente</translation>
    </message>
    <message>
        <source>, else </source>
        <translation>, si no, </translation>
    </message>
    <message>
        <source>Choosing among claims</source>
        <translation>Eligiendo entre afirmaciones</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Reading the history</source>
        <translation>Leyendo el historial</translation>
    </message>
    <message>
        <source>site %1</source>
        <translation>sitio %1</translation>
    </message>
    <message>
        <source>There is no such entry in the history.</source>
        <translation>No hay tal entrada en el historial.</translation>
    </message>
    <message>
        <source>The making of the project file cannot be reverted.</source>
        <translation>La creación del archivo de proyecto no se puede revertir.</translation>
    </message>
    <message>
        <source>This step cannot be turned round any more: something it changed was changed again since, or is needed by something newer. Change it by hand instead, or revert what came after it first.</source>
        <translation>Este paso ya no se puede revertir: algo que cambió se volvió a cambiar después, o algo más reciente lo necesita. Cámbielo a mano, o revierta primero lo que vino después.</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 con %2</translation>
    </message>
    <message>
        <source>%1 contained</source>
        <translation>%1 contenidas</translation>
    </message>
    <message>
        <source>tonnage not known</source>
        <translation>tonelaje desconocido</translation>
    </message>
    <message>
        <source>screening sum by Veta, not a code-compliant total</source>
        <translation>suma orientativa de Veta, no es un total conforme a un código</translation>
    </message>
    <message>
        <source>Reserves</source>
        <translation>Reservas</translation>
    </message>
    <message>
        <source>Measured and indicated</source>
        <translation>Medidos e indicados</translation>
    </message>
    <message>
        <source>Inferred</source>
        <translation>Inferidos</translation>
    </message>
    <message>
        <source>Stated together with inferred</source>
        <translation>Declarados junto con inferidos</translation>
    </message>
    <message>
        <source>Not classified</source>
        <translation>Sin clasificar</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>En conjunto</translation>
    </message>
    <message>
        <source>not added: nobody has said whether the resources hold the reserves</source>
        <translation>sin sumar: nadie ha dicho si los recursos incluyen las reservas</translation>
    </message>
    <message>
        <source>%1, added: %2</source>
        <translation>%1, añadido: %2</translation>
    </message>
    <message>
        <source>%1, removed: %2</source>
        <translation>%1, quitado: %2</translation>
    </message>
    <message>
        <source>The estimate of %1 has neither tonnes nor grade nor contained tonnes: it says nothing.</source>
        <translation>La estimación de %1 no tiene tonelaje, ley ni contenido: no dice nada.</translation>
    </message>
    <message>
        <source>Remove the estimate</source>
        <translation>Quitar la estimación</translation>
    </message>
    <message>
        <source>The estimate of %1 has no date.</source>
        <translation>La estimación de %1 no tiene fecha.</translation>
    </message>
    <message>
        <source>The estimate of %1 is of %2: prices, cut-offs and codes have changed since.</source>
        <translation>La estimación de %1 es de %2: precios, leyes de corte y códigos han cambiado desde entonces.</translation>
    </message>
    <message>
        <source>The estimate of %1 cites no source.</source>
        <translation>La estimación de %1 no cita ninguna fuente.</translation>
    </message>
    <message>
        <source>The estimate of %1 does not say its category.</source>
        <translation>La estimación de %1 no dice su categoría.</translation>
    </message>
    <message>
        <source>There is an estimate of %1, which is none of the site&apos;s commodities: a filter by it passes the site over.</source>
        <translation>Hay una estimación de %1, que no está entre las sustancias del sitio: un filtro por ella pasa por alto el sitio.</translation>
    </message>
    <message>
        <source>The estimate of %1 gives 0 for “%2”: a figure that is not known is left empty.</source>
        <translation>La estimación de %1 da 0 en «%2»: una cifra que no se conoce se deja vacía.</translation>
    </message>
    <message>
        <source>The estimate of %1 gives a value below 0 for “%2”: %3</source>
        <translation>La estimación de %1 da un valor menor que 0 en «%2»: %3</translation>
    </message>
    <message>
        <source>Leave the figure empty</source>
        <translation>Dejar vacía la cifra</translation>
    </message>
    <message>
        <source>%1 tonnes of ore are more than any deposit on record has.</source>
        <translation>%1 toneladas de mineral son más de las que tiene cualquier yacimiento conocido.</translation>
    </message>
    <message>
        <source>%1 t of %2 are said to be in %3 t of ore.</source>
        <translation>Se dice que hay %1 t de %2 en %3 t de mineral.</translation>
    </message>
    <message>
        <source>The grade %1 of %2 has no unit.</source>
        <translation>La ley %1 de %2 no tiene unidad.</translation>
    </message>
    <message>
        <source>A grade of %1 %2 of %3 is more than the whole.</source>
        <translation>Una ley de %1 %2 de %3 es más que el total.</translation>
    </message>
    <message>
        <source>A grade of %1 %2 of %3 is above what deposits have (%4 %5 at most): is the unit right?</source>
        <translation>Una ley de %1 %2 de %3 supera la de los yacimientos (%4 %5 como máximo): ¿es correcta la unidad?</translation>
    </message>
    <message>
        <source>The cut-off of %1 %2 is above the grade of %3 %4, which is the mean of all that lies above it.</source>
        <translation>La ley de corte de %1 %2 supera la ley de %3 %4, que es la media de todo lo que está por encima de ella.</translation>
    </message>
    <message>
        <source>Take %1 as the unit, as tonnes and contained tonnes have it</source>
        <translation>Tomar %1 como unidad, como la dan tonelaje y contenido</translation>
    </message>
    <message>
        <source>%1 t of ore of %2; another estimate of the site has %3 times as much, %4 t: thousands or millions of tonnes?</source>
        <translation>%1 t de mineral de %2; otra estimación del sitio tiene %3 veces más, %4 t: ¿miles o millones de toneladas?</translation>
    </message>
    <message>
        <source>%1 t of ore of %2, %3 times as much as another estimate of the site, %4 t: which one is in tonnes?</source>
        <translation>%1 t de mineral de %2, %3 veces lo que da otra estimación del sitio, %4 t: ¿cuál está en toneladas?</translation>
    </message>
    <message>
        <source>%1 t of ore at this grade hold %2 t of %3, but %4 t are stated: %5 times as much or as little.</source>
        <translation>%1 t de mineral con esta ley contienen %2 t de %3, pero se declaran %4 t: %5 veces más o menos.</translation>
    </message>
    <message>
        <source>%1 t of ore would last for %2 days at the capacity of %3 t a year: thousands or millions of tonnes?</source>
        <translation>%1 t de mineral durarían %2 días con la capacidad de %3 t al año: ¿miles o millones de toneladas?</translation>
    </message>
    <message>
        <source>Multiply the tonnes by 1,000: %1 t</source>
        <translation>Multiplicar el tonelaje por 1,000: %1 t</translation>
    </message>
    <message>
        <source>Multiply the tonnes by 1,000,000: %1 t</source>
        <translation>Multiplicar el tonelaje por 1,000,000: %1 t</translation>
    </message>
    <message>
        <source>Divide the tonnes by 1,000: %1 t</source>
        <translation>Dividir el tonelaje entre 1,000: %1 t</translation>
    </message>
    <message>
        <source>Divide the tonnes by 1,000,000: %1 t</source>
        <translation>Dividir el tonelaje entre 1,000,000: %1 t</translation>
    </message>
    <message>
        <source>Put the contained tonnes right: %1 t</source>
        <translation>Corregir el contenido: %1 t</translation>
    </message>
    <message>
        <source>%1 t of %2 are stated, but tonnes x grade make %3 t, %4 % of it: another commodity or compound, or after losses?</source>
        <translation>Se declaran %1 t de %2, pero tonelaje por ley da %3 t, el %4 % de eso: ¿otra sustancia o compuesto, o después de pérdidas?</translation>
    </message>
    <message>
        <source>The same estimate of %1 stands here twice; both would be added up.</source>
        <translation>La misma estimación de %1 está dos veces; se sumarían ambas.</translation>
    </message>
    <message>
        <source>Remove the second one</source>
        <translation>Quitar la segunda</translation>
    </message>
    <message>
        <source>Reserves of %1 t of ore are said to be within resources of %2 t.</source>
        <translation>Se dice que reservas de %1 t de mineral están dentro de recursos de %2 t.</translation>
    </message>
    <message>
        <source>Checking the estimates</source>
        <translation>Revisando las estimaciones</translation>
    </message>
    <message>
        <source>The content of the layer is not in the project file.</source>
        <translation>El contenido de la capa no está en el archivo del proyecto.</translation>
    </message>
    <message>
        <source>The content of the attachment is not in the project file.</source>
        <translation>El contenido del anexo no está en el archivo del proyecto.</translation>
    </message>
    <message>
        <source>It is not said in which file this is.</source>
        <translation>No se dice en qué archivo está.</translation>
    </message>
    <message>
        <source>The attachment belongs to no site and to no source.</source>
        <translation>El anexo no pertenece a ningún sitio ni a ninguna fuente.</translation>
    </message>
    <message>
        <source>Remove the attachment</source>
        <translation>Quitar el anexo</translation>
    </message>
    <message>
        <source>The file of the layer is not there: %1. Put it back, or say in the menu of the layer where it is now.</source>
        <translation>El archivo de la capa no está: %1. Devuélvalo a su lugar o indique en el menú de la capa dónde está ahora.</translation>
    </message>
    <message>
        <source>The file of the attachment is not there: %1</source>
        <translation>El archivo del anexo no está: %1</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>El archivo no se puede leer: %1</translation>
    </message>
    <message>
        <source>The file is no longer the one that was added: its content has changed. %1</source>
        <translation>El archivo ya no es el que se agregó: su contenido cambió. %1</translation>
    </message>
    <message>
        <source>Swap longitude and latitude: %1</source>
        <translation>Intercambiar longitud y latitud: %1</translation>
    </message>
    <message>
        <source>Swap longitude and latitude, and change the sign: %1</source>
        <translation>Intercambiar longitud y latitud y cambiar el signo: %1</translation>
    </message>
    <message>
        <source>Change the sign of the longitude: %1</source>
        <translation>Cambiar el signo de la longitud: %1</translation>
    </message>
    <message>
        <source>Change the sign of the latitude: %1</source>
        <translation>Cambiar el signo de la latitud: %1</translation>
    </message>
    <message>
        <source>Change the sign of both coordinates: %1</source>
        <translation>Cambiar el signo de ambas coordenadas: %1</translation>
    </message>
    <message>
        <source>The position %1 is no place on Earth: longitudes run from -180 to 180, latitudes from -90 to 90.</source>
        <translation>La posición %1 no es un lugar de la Tierra: las longitudes van de -180 a 180 y las latitudes de -90 a 90.</translation>
    </message>
    <message>
        <source>The position is 0, 0, in the Gulf of Guinea: most likely it is not known.</source>
        <translation>La posición es 0, 0, en el golfo de Guinea: lo más probable es que no se conozca.</translation>
    </message>
    <message>
        <source>Take the position away</source>
        <translation>Quitar la posición</translation>
    </message>
    <message>
        <source>Both coordinates are whole minutes, so the place is known to %1 m at best, and no accuracy says so.</source>
        <translation>Ambas coordenadas son minutos enteros: el lugar se conoce a %1 m en el mejor caso y ninguna exactitud lo dice.</translation>
    </message>
    <message>
        <source>Write an accuracy of %1 m to the position</source>
        <translation>Anotar una exactitud de %1 m en la posición</translation>
    </message>
    <message>
        <source>The position %1 lies outside %2; with longitude and latitude swapped it lies within: %3</source>
        <translation>La posición %1 está fuera de %2; con longitud y latitud intercambiadas está dentro: %3</translation>
    </message>
    <message>
        <source>The position %1 lies outside %2; with the other sign it lies within: %3</source>
        <translation>La posición %1 está fuera de %2; con el otro signo está dentro: %3</translation>
    </message>
    <message>
        <source>No country is given.</source>
        <translation>No se indica el país.</translation>
    </message>
    <message>
        <source>No country is given; the position lies in %1.</source>
        <translation>No se indica el país; la posición está en %1.</translation>
    </message>
    <message>
        <source>The position lies in no country that the program has a boundary of, %1 km from %2: in the sea, or far off.</source>
        <translation>La posición no está en ningún país cuyo límite tenga el programa, a %1 km de %2: en el mar o muy lejos.</translation>
    </message>
    <message>
        <source>The position lies more than %1 km from %2.</source>
        <translation>La posición está a más de %1 km de %2.</translation>
    </message>
    <message>
        <source>The country is given as %1, but the position lies in %2.</source>
        <translation>El país indicado es %1, pero la posición está en %2.</translation>
    </message>
    <message>
        <source>No state is given; the position lies in %1.</source>
        <translation>No se indica el estado; la posición está en %1.</translation>
    </message>
    <message>
        <source>Write the state that the position lies in: %1</source>
        <translation>Anotar el estado en que está la posición: %1</translation>
    </message>
    <message>
        <source>“%1” is no state of %2 that the program knows; the position lies in %3.</source>
        <translation>«%1» no es un estado de %2 que el programa conozca; la posición está en %3.</translation>
    </message>
    <message>
        <source>“%1” is a state of %2, but the country is given as %3; the position lies in %4.</source>
        <translation>«%1» es un estado de %2, pero el país indicado es %3; la posición está en %4.</translation>
    </message>
    <message>
        <source>Write the state as the program knows it: %1</source>
        <translation>Escribir el estado como el programa lo conoce: %1</translation>
    </message>
    <message>
        <source>The state is given as %1, but the position lies %2 km from it, in no other state.</source>
        <translation>El estado indicado es %1, pero la posición está a %2 km de él, en ningún otro estado.</translation>
    </message>
    <message>
        <source>The state is given as %1, but the position lies in %2, %3 km from it.</source>
        <translation>El estado indicado es %1, pero la posición está en %2, a %3 km de él.</translation>
    </message>
    <message>
        <source>Write the country that the position lies in: %1</source>
        <translation>Anotar el país en que está la posición: %1</translation>
    </message>
    <message>
        <source>%1 sites lie on exactly this spot; besides this one %2. The same site twice, or a position that stands for a whole district?</source>
        <translation>%1 sitios están exactamente en este punto; además de este, %2. ¿El mismo sitio dos veces o una posición que representa a todo un distrito?</translation>
    </message>
    <message>
        <source>%1 sites lie on exactly this spot; besides this one %2 and others. The same site twice, or a position that stands for a whole district?</source>
        <translation>%1 sitios están exactamente en este punto; además de este, %2 y otros. ¿El mismo sitio dos veces o una posición que representa a todo un distrito?</translation>
    </message>
    <message>
        <source>Reading the boundaries</source>
        <translation>Leyendo los límites</translation>
    </message>
    <message>
        <source>Checking the positions</source>
        <translation>Revisando las posiciones</translation>
    </message>
    <message>
        <source>The site has no position: no map shows it.</source>
        <translation>El sitio no tiene posición: ningún mapa lo muestra.</translation>
    </message>
    <message>
        <source>The site has no name.</source>
        <translation>El sitio no tiene nombre.</translation>
    </message>
    <message>
        <source>The site is called “%1”, which is no name.</source>
        <translation>El sitio se llama «%1», que no es un nombre.</translation>
    </message>
    <message>
        <source>It is not said what kind of site this is.</source>
        <translation>No se dice de qué tipo de sitio se trata.</translation>
    </message>
    <message>
        <source>The site has no commodity.</source>
        <translation>El sitio no tiene ninguna sustancia.</translation>
    </message>
    <message>
        <source>The text “%1” was read in the wrong encoding.</source>
        <translation>El texto «%1» se leyó con la codificación equivocada.</translation>
    </message>
    <message>
        <source>Write it as it was meant: %1</source>
        <translation>Escribirlo como debía ser: %1</translation>
    </message>
    <message>
        <source>“%1” (%3: %2) is no word that this version of the program knows.</source>
        <translation>«%1» (%3: %2) no es una palabra que esta versión del programa conozca.</translation>
    </message>
    <message>
        <source>Write the key that is meant: %1</source>
        <translation>Escribir la clave que corresponde: %1</translation>
    </message>
    <message>
        <source>“%1” (%3: %2) lies in the future.</source>
        <translation>«%1» (%3: %2) está en el futuro.</translation>
    </message>
    <message>
        <source>“%1” (%3: %2) is no date such as 2024, 2024-05 or 2024-05-31: it cannot be compared.</source>
        <translation>«%1» (%3: %2) no es una fecha como 2024, 2024-05 o 2024-05-31: no se puede comparar.</translation>
    </message>
    <message>
        <source>Write the date as %1</source>
        <translation>Escribir la fecha como %1</translation>
    </message>
    <message>
        <source>Checking the sites</source>
        <translation>Revisando los sitios</translation>
    </message>
    <message>
        <source>The claim “%2” for the field “%1” has neither a source nor an author.</source>
        <translation>La afirmación «%2» para el campo «%1» no tiene fuente ni autor.</translation>
    </message>
    <message>
        <source>%2 claims for the field “%1” are marked as the one that stands, as after a merge: choose one.</source>
        <translation>%2 afirmaciones para el campo «%1» están marcadas como la que rige, como después de una fusión: elija una.</translation>
    </message>
    <message>
        <source>The claim “%2” for the field “%1” is marked as the one that stands, but the site says “%3”.</source>
        <translation>La afirmación «%2» para el campo «%1» está marcada como la que rige, pero el sitio dice «%3».</translation>
    </message>
    <message>
        <source>Nothing says where the values of this site come from: it cites no source, and no claim does.</source>
        <translation>Nada dice de dónde vienen los valores de este sitio: no cita fuente y ninguna afirmación la cita.</translation>
    </message>
    <message>
        <source>A row of the site cites no source: %1.</source>
        <translation>Un dato del sitio no cita fuente: %1.</translation>
    </message>
    <message>
        <source>The source cannot be cited in full. Missing: %1</source>
        <translation>La fuente no se puede citar completa. Falta: %1</translation>
    </message>
    <message>
        <source>Rows of this source that could not be understood wait to be mended: %1</source>
        <translation>Filas de esta fuente que no se entendieron y esperan corrección: %1</translation>
    </message>
    <message>
        <source>A row (%1) names another one that is not in the file (%2).</source>
        <translation>Una fila (%1) nombra otra que no está en el archivo (%2).</translation>
    </message>
    <message>
        <source>Remove the row</source>
        <translation>Quitar la fila</translation>
    </message>
    <message>
        <source>Take the reference away, keep the row</source>
        <translation>Quitar la referencia y conservar la fila</translation>
    </message>
    <message>
        <source>Checking sources and claims</source>
        <translation>Revisando fuentes y afirmaciones</translation>
    </message>
    <message>
        <source>The stage stands as “%1”, but the latest report of it says “%2” (%3).</source>
        <translation>La etapa figura como «%1», pero el informe más reciente dice «%2» (%3).</translation>
    </message>
    <message>
        <source>Take the stage of the latest report</source>
        <translation>Tomar la etapa del informe más reciente</translation>
    </message>
    <message>
        <source>The stage “%1” was last confirmed in %2.</source>
        <translation>La etapa «%1» se confirmó por última vez en %2.</translation>
    </message>
    <message>
        <source>The stage “%1” has no date, and its source is of %2.</source>
        <translation>La etapa «%1» no tiene fecha y su fuente es de %2.</translation>
    </message>
    <message>
        <source>The stage “%1” has no date.</source>
        <translation>La etapa «%1» no tiene fecha.</translation>
    </message>
    <message>
        <source>A permit stands as granted, but ran out in %3: %1 %2</source>
        <translation>Un permiso figura como otorgado, pero venció en %3: %1 %2</translation>
    </message>
    <message>
        <source>Let it stand as expired</source>
        <translation>Anotarlo como vencido</translation>
    </message>
    <message>
        <source>The shares of the owners make %1 %, as one source gives them for one date.</source>
        <translation>Las participaciones de los propietarios suman %1 %, según una misma fuente para una misma fecha.</translation>
    </message>
    <message>
        <source>An owner has a share below 0: %1 %.</source>
        <translation>Un propietario tiene una participación menor que 0: %1 %.</translation>
    </message>
    <message>
        <source>Buyers are promised %1 % of the production.</source>
        <translation>Está comprometido a compradores el %1 % de la producción.</translation>
    </message>
    <message>
        <source>The project “%1” rests on this site, which lacks: %2</source>
        <translation>El proyecto «%1» se apoya en este sitio, al que le falta: %2</translation>
    </message>
    <message>
        <source>The project has no site.</source>
        <translation>El proyecto no tiene ningún sitio.</translation>
    </message>
    <message>
        <source>Checking stages, permits, owners and projects</source>
        <translation>Revisando etapas, permisos, propietarios y proyectos</translation>
    </message>
    <message>
        <source>The finding that was let stand is no longer there: %1. The reason was: %2</source>
        <translation>El hallazgo que se dejó pasar ya no existe: %1. El motivo fue: %2</translation>
    </message>
    <message>
        <source>Remove the waiver</source>
        <translation>Quitar la excepción</translation>
    </message>
    <message>
        <source>Say why the finding may stand: whoever reads it later must be able to judge it.</source>
        <translation>Diga por qué se puede dejar pasar el hallazgo: quien lo lea después debe poder juzgarlo.</translation>
    </message>
    <message>
        <source>Looking for records of the same mine</source>
        <translation>Buscando registros de una misma mina</translation>
    </message>
    <message>
        <source>Comparing records</source>
        <translation>Comparando registros</translation>
    </message>
    <message>
        <source>Weighing pairs</source>
        <translation>Ponderando pares</translation>
    </message>
    <message>
        <source>This is no model of how records are matched. The command duplicates writes one with --save-model.</source>
        <translation>Esto no es un modelo para cotejar registros. El comando duplicates escribe uno con --save-model.</translation>
    </message>
    <message>
        <source>This model of how records are matched is of a later version of Veta.</source>
        <translation>Este modelo para cotejar registros es de una versión posterior de Veta.</translation>
    </message>
    <message>
        <source>“%1” in the model of how records are matched is not a number that can stand there. The chances m and u lie above 0 and up to 1.</source>
        <translation>“%1” en el modelo para cotejar registros no es un número admisible. Las probabilidades m y u son mayores que 0 y llegan hasta 1.</translation>
    </message>
    <message>
        <source>names %1, but for another number or part</source>
        <translation>nombres %1, pero con otro número o parte</translation>
    </message>
    <message>
        <source>names %1</source>
        <translation>nombres %1</translation>
    </message>
    <message>
        <source>a position is missing</source>
        <translation>falta una posición</translation>
    </message>
    <message>
        <source>%1 apart, both positions ± %2</source>
        <translation>a %1 de distancia, ambas posiciones ± %2</translation>
    </message>
    <message>
        <source>%1 apart, positions ± %2 and ± %3</source>
        <translation>a %1 de distancia, posiciones ± %2 y ± %3</translation>
    </message>
    <message>
        <source>commodities of one group</source>
        <translation>sustancias de un mismo grupo</translation>
    </message>
    <message>
        <source>no commodity in common</source>
        <translation>ninguna sustancia en común</translation>
    </message>
    <message>
        <source>commodities share %1</source>
        <translation>sustancias en común: %1</translation>
    </message>
    <message>
        <source>both: %1</source>
        <translation>ambos: %1</translation>
    </message>
    <message>
        <source>kinds: %1 and %2</source>
        <translation>tipos: %1 y %2</translation>
    </message>
    <message>
        <source>one stage</source>
        <translation>misma etapa</translation>
    </message>
    <message>
        <source>different stages</source>
        <translation>etapas distintas</translation>
    </message>
    <message>
        <source>one state</source>
        <translation>mismo estado</translation>
    </message>
    <message>
        <source>different states</source>
        <translation>estados distintos</translation>
    </message>
    <message>
        <source>different countries</source>
        <translation>países distintos</translation>
    </message>
    <message>
        <source>one type of deposit</source>
        <translation>mismo tipo de yacimiento</translation>
    </message>
    <message>
        <source>similar types of deposit</source>
        <translation>tipos de yacimiento semejantes</translation>
    </message>
    <message>
        <source>different types of deposit</source>
        <translation>tipos de yacimiento distintos</translation>
    </message>
    <message>
        <source>one number in another catalogue</source>
        <translation>mismo número en otro catálogo</translation>
    </message>
    <message>
        <source>different numbers in one catalogue</source>
        <translation>números distintos en un mismo catálogo</translation>
    </message>
    <message>
        <source>before comparing</source>
        <translation>antes de comparar</translation>
    </message>
    <message>
        <source>This table of judged pairs is empty.</source>
        <translation>Esta tabla de pares juzgados está vacía.</translation>
    </message>
    <message>
        <source>A table of judged pairs needs the column %1.</source>
        <translation>A la tabla de pares juzgados le falta la columna %1.</translation>
    </message>
    <message>
        <source>This pair is left out: its verdict is neither “same” nor “different”, or a coordinate is no number.</source>
        <translation>Este par se omite: su veredicto no es “same” ni “different”, o una coordenada no es un número.</translation>
    </message>
    <message>
        <source>A table of decisions needs the columns site, other and decision; %1 is missing. The command duplicates writes such a table with --csv.</source>
        <translation>Una tabla de decisiones necesita las columnas site, other y decision; falta %1. El comando duplicates escribe una con --csv.</translation>
    </message>
    <message>
        <source>Both numbers are of one site.</source>
        <translation>Ambos números son de un mismo sitio.</translation>
    </message>
    <message>
        <source>There is no site of the number “%1”.</source>
        <translation>No hay ningún sitio con el número “%1”.</translation>
    </message>
    <message>
        <source>“%1” is no decision: merge, apart or later.</source>
        <translation>“%1” no es una decisión: merge (fusionar), apart (separar) o later (después).</translation>
    </message>
    <message>
        <source>These two have been merged already.</source>
        <translation>Estos dos ya se fusionaron.</translation>
    </message>
    <message>
        <source>These two have been merged; split them first.</source>
        <translation>Estos dos se fusionaron; sepárelos primero.</translation>
    </message>
    <message>
        <source>A site cannot be merged with itself.</source>
        <translation>Un sitio no puede fusionarse consigo mismo.</translation>
    </message>
    <message>
        <source>This site was not merged into another, or has been split from it already.</source>
        <translation>Este sitio no se fusionó con otro, o ya se separó de él.</translation>
    </message>
    <message>
        <source>The coordinates are given to %1 degrees, so the place is known to %2 m at best, and no accuracy says so.</source>
        <translation>Las coordenadas se dan con %1 grados, así que el lugar se conoce a %2 m en el mejor de los casos, y ninguna exactitud lo dice.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>The project file to open</source>
        <translation>El archivo de proyecto que se abre</translation>
    </message>
</context>
<context>
    <name>widgets::ActingAsDialog</name>
    <message>
        <source>Act as</source>
        <translation>Actuar como</translation>
    </message>
    <message>
        <source>Your name and delegation stand beside every change you make.</source>
        <translation>Su nombre y su delegación quedan junto a cada cambio que haga.</translation>
    </message>
    <message>
        <source>&amp;Delegation</source>
        <translation>&amp;Delegación</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
</context>
<context>
    <name>widgets::CriteriaPanel</name>
    <message>
        <source>Criteria and weights</source>
        <translation>Criterios y pesos</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>Filtros</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Criterio</translation>
    </message>
    <message>
        <source>Weight %1</source>
        <translation>Peso %1</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Say who you act as to set weights.</source>
        <translation>Diga como quién actúa para fijar pesos.</translation>
    </message>
    <message>
        <source>You set the weights of %1; only their ratios count.</source>
        <translation>Usted fija los pesos de %1; solo cuentan sus proporciones.</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Agregar…</translation>
    </message>
    <message>
        <source>Add a criterion</source>
        <translation>Agregar un criterio</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Change the chosen criterion</source>
        <translation>Cambiar el criterio elegido</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove the chosen criterion with its weights</source>
        <translation>Quitar el criterio elegido con sus pesos</translation>
    </message>
    <message>
        <source>Add a gate</source>
        <translation>Agregar un filtro</translation>
    </message>
    <message>
        <source>Change the chosen gate</source>
        <translation>Cambiar el filtro elegido</translation>
    </message>
    <message>
        <source>Remove the chosen gate</source>
        <translation>Quitar el filtro elegido</translation>
    </message>
</context>
<context>
    <name>widgets::CriterionDialog</name>
    <message>
        <source>Change the criterion</source>
        <translation>Cambiar el criterio</translation>
    </message>
    <message>
        <source>New criterion</source>
        <translation>Criterio nuevo</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>Nombre en inglés</translation>
    </message>
    <message>
        <source>Name in Spanish</source>
        <translation>Nombre en español</translation>
    </message>
    <message>
        <source>Name in &amp;English</source>
        <translation>Nombre en &amp;inglés</translation>
    </message>
    <message>
        <source>Name in &amp;Spanish</source>
        <translation>Nombre en &amp;español</translation>
    </message>
    <message>
        <source>Unit shown</source>
        <translation>Unidad mostrada</translation>
    </message>
    <message>
        <source>In the headers of tables and reports; empty: the measure’s own</source>
        <translation>En los encabezados de tablas e informes; vacía: la propia de la medida</translation>
    </message>
    <message>
        <source>Unit s&amp;hown</source>
        <translation>&amp;Unidad mostrada</translation>
    </message>
    <message>
        <source>Give the criterion a name in one language or in both.</source>
        <translation>Dé un nombre al criterio en un idioma o en ambos.</translation>
    </message>
</context>
<context>
    <name>widgets::CrsDialog</name>
    <message>
        <source>Coordinate system</source>
        <translation>Sistema de coordenadas</translation>
    </message>
    <message>
        <source>&amp;Code, name or region; or WKT or a PROJ text</source>
        <translation>&amp;Código, nombre o región; o un texto WKT o PROJ</translation>
    </message>
    <message>
        <source>Code, name or region</source>
        <translation>Código, nombre o región</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Axes</source>
        <translation>Ejes</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Región</translation>
    </message>
    <message>
        <source>Coordinate systems found</source>
        <translation>Sistemas de coordenadas encontrados</translation>
    </message>
    <message>
        <source>degrees</source>
        <translation>grados</translation>
    </message>
    <message>
        <source>projected</source>
        <translation>proyectado</translation>
    </message>
    <message>
        <source>Choose a system, or type its code.</source>
        <translation>Elija un sistema o escriba su código.</translation>
    </message>
    <message>
        <source>That alone names no coordinate system. Choose one of the list.</source>
        <translation>Eso por sí solo no designa ningún sistema de coordenadas. Elija uno de la lista.</translation>
    </message>
</context>
<context>
    <name>widgets::GateDialog</name>
    <message>
        <source>Change the gate</source>
        <translation>Cambiar el filtro</translation>
    </message>
    <message>
        <source>New gate</source>
        <translation>Filtro nuevo</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>Nombre en inglés</translation>
    </message>
    <message>
        <source>Name in Spanish</source>
        <translation>Nombre en español</translation>
    </message>
    <message>
        <source>Name in &amp;English</source>
        <translation>Nombre en &amp;inglés</translation>
    </message>
    <message>
        <source>Name in &amp;Spanish</source>
        <translation>Nombre en &amp;español</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Al menos</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>A lo más</translation>
    </message>
    <message>
        <source>no bound</source>
        <translation>sin límite</translation>
    </message>
    <message>
        <source>It is &amp;at least</source>
        <translation>Es &amp;al menos</translation>
    </message>
    <message>
        <source>It is at &amp;most</source>
        <translation>Es a lo &amp;más</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>dentro</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>fuera</translation>
    </message>
    <message>
        <source>Where the sites must be</source>
        <translation>Dónde deben estar los sitios</translation>
    </message>
    <message>
        <source>It must &amp;be</source>
        <translation>Debe e&amp;star</translation>
    </message>
    <message>
        <source>At least the stage</source>
        <translation>Al menos la etapa</translation>
    </message>
    <message>
        <source>At most the stage</source>
        <translation>A lo más la etapa</translation>
    </message>
    <message>
        <source>One of these; none ticked: any</source>
        <translation>Una de estas; sin marcar ninguna: cualquiera</translation>
    </message>
    <message>
        <source>It is &amp;one of</source>
        <translation>Es &amp;una de</translation>
    </message>
    <message>
        <source>Give the gate a name in one language or in both.</source>
        <translation>Dé un nombre al filtro en un idioma o en ambos.</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>«%1» no es un número.</translation>
    </message>
    <message>
        <source>Say what it must be at least, at most, or both.</source>
        <translation>Indique cuánto debe ser al menos, a lo más, o ambos.</translation>
    </message>
    <message>
        <source>Nothing is at least %1 and at most %2.</source>
        <translation>Nada es al menos %1 y a lo más %2.</translation>
    </message>
    <message>
        <source>Say which stage it must have reached at least or at most, or tick stages.</source>
        <translation>Indique qué etapa debe haber alcanzado al menos o a lo más, o marque etapas.</translation>
    </message>
    <message>
        <source>The layer is not read, so its words cannot be shown.</source>
        <translation>La capa no se ha leído, así que no se pueden mostrar sus palabras.</translation>
    </message>
    <message>
        <source>Tick what it may be.</source>
        <translation>Marque lo que puede ser.</translation>
    </message>
</context>
<context>
    <name>widgets::HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>&amp;Revert</source>
        <translation>&amp;Revertir</translation>
    </message>
    <message>
        <source>Of what the history is shown</source>
        <translation>De qué se muestra el historial</translation>
    </message>
    <message>
        <source>Find in what, who and why</source>
        <translation>Buscar en qué, quién y por qué</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Why it is reverted (kept in the history)</source>
        <translation>Por qué se revierte (queda en el historial)</translation>
    </message>
    <message>
        <source>Turn the chosen change round, where nothing later depends on it</source>
        <translation>Revertir el cambio elegido, si nada posterior depende de él</translation>
    </message>
    <message>
        <source>The whole project</source>
        <translation>Todo el proyecto</translation>
    </message>
    <message>
        <source>The selected site: %1</source>
        <translation>El sitio seleccionado: %1</translation>
    </message>
    <message>
        <source>number %1</source>
        <translation>número %1</translation>
    </message>
    <message>
        <source>Reading the history</source>
        <translation>Leyendo el historial</translation>
    </message>
    <message>
        <source>… and %1 more rows</source>
        <translation>… y %1 filas más</translation>
    </message>
    <message>
        <source>Nothing was changed yet.</source>
        <translation>Todavía no se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Open a line to see what it changed; choose one to revert it.</source>
        <translation>Abra una línea para ver qué cambió; elija una para revertirla.</translation>
    </message>
</context>
<context>
    <name>widgets::ImportDialog</name>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importar</translation>
    </message>
    <message>
        <source>&amp;Export the rows set aside…</source>
        <translation>&amp;Exportar las filas apartadas…</translation>
    </message>
    <message>
        <source>Import sites from %1</source>
        <translation>Importar sitios de %1</translation>
    </message>
    <message>
        <source>&amp;Save this mapping…</source>
        <translation>&amp;Guardar esta asignación…</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Columna</translation>
    </message>
    <message>
        <source>What to know besides</source>
        <translation>Lo que además hay que saber</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Apartadas</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>As its headers suggest</source>
        <translation>Como sugieren sus encabezados</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Guardada: %1</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Revisando…</translation>
    </message>
    <message>
        <source>Set aside (%1)</source>
        <translation>Apartadas (%1)</translation>
    </message>
    <message>
        <source>%1 positions in %2 (%3) are moved to WGS 84, to about %4 m</source>
        <translation>%1 posiciones en %2 (%3) se llevan a WGS 84 con unos %4 m de exactitud</translation>
    </message>
    <message>
        <source>%1 positions in %2 (%3) are moved to WGS 84; how well is not known</source>
        <translation>%1 posiciones en %2 (%3) se llevan a WGS 84; no se sabe con qué exactitud</translation>
    </message>
    <message>
        <source>Notes (%1)</source>
        <translation>Notas (%1)</translation>
    </message>
    <message>
        <source>Save this mapping</source>
        <translation>Guardar esta asignación</translation>
    </message>
    <message>
        <source>By which name?</source>
        <translation>¿Con qué nombre?</translation>
    </message>
    <message>
        <source>Export the rows set aside</source>
        <translation>Exportar las filas apartadas</translation>
    </message>
    <message>
        <source>-set-aside</source>
        <translation>-apartadas</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tablas (*.csv)</translation>
    </message>
    <message>
        <source>“%1” could not be written. Is its folder there, is it open in another program, and is there room?</source>
        <translation>«%1» no se pudo escribir. ¿Existe su carpeta, está abierto en otro programa y hay espacio?</translation>
    </message>
    <message>
        <source>Wrote %1. Mend its rows and import it; they will take the place of those set aside.</source>
        <translation>Se escribió %1. Corrija sus filas e impórtelo; tomarán el lugar de las apartadas.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>What would come of it</source>
        <translation>Qué resultaría</translation>
    </message>
    <message>
        <source>What the file is taken for</source>
        <translation>Por qué se toma el archivo</translation>
    </message>
    <message>
        <source>Why it is taken for that</source>
        <translation>Por qué se toma por eso</translation>
    </message>
    <message>
        <source>Encoding of the text</source>
        <translation>Codificación del texto</translation>
    </message>
    <message>
        <source>The set of characters the text is written in. Choose another one where letters with accents are wrong.</source>
        <translation>El juego de caracteres en que está escrito el texto. Elija otro donde las letras con acento salgan mal.</translation>
    </message>
    <message>
        <source>&amp;Taken for</source>
        <translation>Se &amp;toma por</translation>
    </message>
    <message>
        <source>E&amp;ncoding</source>
        <translation>Codificació&amp;n</translation>
    </message>
    <message>
        <source>Keep in this project how the table is read, for the next file of its kind</source>
        <translation>Guardar en este proyecto cómo se lee la tabla, para el próximo archivo de su tipo</translation>
    </message>
    <message>
        <source>Save &amp;preset…</source>
        <translation>Guardar &amp;preajuste…</translation>
    </message>
    <message>
        <source>Write how the table is read to a file, to be sent and shared</source>
        <translation>Escribir en un archivo cómo se lee la tabla, para enviarlo y compartirlo</translation>
    </message>
    <message>
        <source>&amp;Load preset…</source>
        <translation>&amp;Cargar preajuste…</translation>
    </message>
    <message>
        <source>Read the table as a preset file says</source>
        <translation>Leer la tabla como dice un archivo de preajuste</translation>
    </message>
    <message>
        <source>parted by tabs</source>
        <translation>separado por tabuladores</translation>
    </message>
    <message>
        <source>parted by “%1”</source>
        <translation>separado por «%1»</translation>
    </message>
    <message>
        <source>Reading the file again…</source>
        <translation>Leyendo el archivo de nuevo…</translation>
    </message>
    <message>
        <source>You chose it.</source>
        <translation>Usted lo eligió.</translation>
    </message>
    <message>
        <source>You have changed it since.</source>
        <translation>Usted lo cambió después.</translation>
    </message>
    <message>
        <source>Words (%1 not known)</source>
        <translation>Palabras (desconocidas: %1)</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>filas</translation>
    </message>
    <message>
        <source>sites come in</source>
        <translation>sitios entran</translation>
    </message>
    <message>
        <source>of them without a position</source>
        <translation>de ellos sin posición</translation>
    </message>
    <message>
        <source>rows of figures go to sites</source>
        <translation>filas de cifras van a sitios</translation>
    </message>
    <message>
        <source>rows are set aside</source>
        <translation>filas se apartan</translation>
    </message>
    <message>
        <source>are known records</source>
        <translation>son registros conocidos</translation>
    </message>
    <message>
        <source>rows take the place of some set aside</source>
        <translation>filas toman el lugar de otras apartadas</translation>
    </message>
    <message>
        <source>%1 rows: %2 sites would be imported, %3 of them without a position; %4 rows would be set aside; %5 are the same as records known already.</source>
        <translation>%1 filas: se importarían %2 sitios, %3 de ellos sin posición; se apartarían %4 filas; %5 son los mismos registros que ya se conocen.</translation>
    </message>
    <message>
        <source>%1 rows: %2 sites would be imported, %3 of them without a position; %4 rows would be set aside.</source>
        <translation>%1 filas: se importarían %2 sitios, %3 de ellos sin posición; se apartarían %4 filas.</translation>
    </message>
    <message>
        <source>Save as a preset</source>
        <translation>Guardar como preajuste</translation>
    </message>
    <message>
        <source>Presets (*.json)</source>
        <translation>Preajustes (*.json)</translation>
    </message>
    <message>
        <source>Wrote the preset %1. Whoever has it reads such files as you do now.</source>
        <translation>Se escribió el preajuste %1. Quien lo tenga lee esos archivos como usted ahora.</translation>
    </message>
    <message>
        <source>Load a preset</source>
        <translation>Cargar un preajuste</translation>
    </message>
    <message>
        <source>“%1” cannot be read as a preset. Is it the right file, and may you read it?</source>
        <translation>«%1» no se puede leer como preajuste. ¿Es el archivo correcto y puede usted leerlo?</translation>
    </message>
    <message>
        <source>Ch&amp;oose…</source>
        <translation>Elegir &amp;uno…</translation>
    </message>
    <message>
        <source>The coordinate system of the positions</source>
        <translation>El sistema de coordenadas de las posiciones</translation>
    </message>
    <message>
        <source>See on a map where each coordinate system would put the positions</source>
        <translation>Ver en un mapa dónde pondría las posiciones cada sistema de coordenadas</translation>
    </message>
    <message>
        <source>Nothing can be read as long as longitude and latitude are taken for each other.</source>
        <translation>No se puede leer nada mientras longitud y latitud estén tomadas una por la otra.</translation>
    </message>
    <message>
        <source>Say first in which coordinate system the positions are. Ask whoever made the file where you do not know.</source>
        <translation>Indique primero en qué sistema de coordenadas están las posiciones. Si no lo sabe, pregunte a quien hizo el archivo.</translation>
    </message>
    <message>
        <source>%1, assumed</source>
        <translation>%1, supuesto</translation>
    </message>
    <message>
        <source>&amp;Import, assuming %1</source>
        <translation>&amp;Importar suponiendo %1</translation>
    </message>
    <message>
        <source>In which coordinate system are the positions?</source>
        <translation>¿En qué sistema de coordenadas están las posiciones?</translation>
    </message>
    <message>
        <source>Assumed: %1.</source>
        <translation>Supuesto: %1.</translation>
    </message>
    <message>
        <source>“%1”, which has the same columns, was read in this one.</source>
        <translation>«%1», que tiene las mismas columnas, se leyó en este.</translation>
    </message>
    <message>
        <source>Proposed: %1.</source>
        <translation>Propuesto: %1.</translation>
    </message>
</context>
<context>
    <name>widgets::LayerDialog</name>
    <message>
        <source>Layer %1</source>
        <translation>Capa %1</translation>
    </message>
    <message>
        <source>Name in &amp;English</source>
        <translation>Nombre en &amp;inglés</translation>
    </message>
    <message>
        <source>Name in &amp;Spanish</source>
        <translation>Nombre en &amp;español</translation>
    </message>
    <message>
        <source>&amp;Purpose</source>
        <translation>&amp;Propósito</translation>
    </message>
    <message>
        <source>&amp;Citation</source>
        <translation>&amp;Cita</translation>
    </message>
    <message>
        <source>Coordinate system of the file</source>
        <translation>Sistema de coordenadas del archivo</translation>
    </message>
    <message>
        <source>%1 – needs %2, which is not installed</source>
        <translation>%1 – necesita %2, que no está instalado</translation>
    </message>
    <message>
        <source>%1 – no change of datum</source>
        <translation>%1 – sin cambio de datum</translation>
    </message>
    <message>
        <source>%1 – ±%2 m</source>
        <translation>%1 – ±%2 m</translation>
    </message>
    <message>
        <source>%1 – accuracy not stated</source>
        <translation>%1 – exactitud no declarada</translation>
    </message>
    <message>
        <source>The one way by which every point of this layer is moved to WGS 84</source>
        <translation>La única transformación con que cada punto de esta capa se lleva a WGS 84</translation>
    </message>
    <message>
        <source>Moved &amp;by</source>
        <translation>Transformada &amp;con</translation>
    </message>
    <message>
        <source>Meant for: %1</source>
        <translation>Prevista para: %1</translation>
    </message>
    <message>
        <source>This way cannot be used on this computer.</source>
        <translation>Esta transformación no puede usarse en esta computadora.</translation>
    </message>
    <message>
        <source>Give the layer a name in one language or in both.</source>
        <translation>Dé un nombre a la capa en un idioma o en ambos.</translation>
    </message>
    <message>
        <source>La&amp;yer</source>
        <translation>C&amp;apa</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Estilo</translation>
    </message>
    <message>
        <source>Covers what lies below</source>
        <translation>Cubre lo que está debajo</translation>
    </message>
    <message>
        <source>Multiplied with what lies below</source>
        <translation>Multiplicada con lo que está debajo</translation>
    </message>
    <message>
        <source>A geological map multiplied over a relief shows both</source>
        <translation>Una carta geológica multiplicada sobre un relieve muestra ambos</translation>
    </message>
    <message>
        <source>Ble&amp;nding</source>
        <translation>&amp;Fusión</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>no declarado</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>The coordinates in the file are in it.</source>
        <translation>En él están las coordenadas del archivo.</translation>
    </message>
</context>
<context>
    <name>widgets::LayerPanel</name>
    <message>
        <source>Layers</source>
        <translation>Capas</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Agregar…</translation>
    </message>
    <message>
        <source>Add a vector or raster file as a layer</source>
        <translation>Agregar un archivo vectorial o ráster como capa</translation>
    </message>
    <message>
        <source>Move the layer up</source>
        <translation>Subir la capa</translation>
    </message>
    <message>
        <source>Move the layer down</source>
        <translation>Bajar la capa</translation>
    </message>
    <message>
        <source>Zoom to</source>
        <translation>Acercar</translation>
    </message>
    <message>
        <source>Show the whole layer on the map</source>
        <translation>Mostrar toda la capa en el mapa</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Take the layer out of the project; its file stays</source>
        <translation>Quitar la capa del proyecto; su archivo se conserva</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacidad</translation>
    </message>
    <message>
        <source>Opacity of the layer</source>
        <translation>Opacidad de la capa</translation>
    </message>
    <message>
        <source>%1 – reading</source>
        <translation>%1 – leyendo</translation>
    </message>
    <message>
        <source>%1 – missing</source>
        <translation>%1 – falta</translation>
    </message>
    <message>
        <source>%1 – changed since</source>
        <translation>%1 – cambió desde entonces</translation>
    </message>
    <message>
        <source>%1 – cannot be read</source>
        <translation>%1 – no se puede leer</translation>
    </message>
    <message>
        <source>Add a geological map, boundaries or a picture with a position.</source>
        <translation>Agregue un mapa geológico, límites o una imagen con posición.</translation>
    </message>
    <message>
        <source>%1, moved by: %2</source>
        <translation>%1, transformado con: %2</translation>
    </message>
    <message>
        <source>%1 – without change of datum, may be hundreds of metres off</source>
        <translation>%1 – sin cambio de datum, puede errar por cientos de metros</translation>
    </message>
    <message>
        <source>%1 (±%2 m)</source>
        <translation>%1 (±%2 m)</translation>
    </message>
    <message>
        <source>Schematic: drawn for orientation.</source>
        <translation>Esquemático: dibujado como orientación.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Name, colours and the way it is moved to where it lies</source>
        <translation>Nombre, colores y la transformación que la lleva a su lugar</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>Temas</translation>
    </message>
    <message>
        <source>Named sets of visible layers, their order and styles</source>
        <translation>Conjuntos con nombre de capas visibles, su orden y sus estilos</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Sitios</translation>
    </message>
    <message>
        <source>Sites lie above all layers. “Change…” says how they are drawn.</source>
        <translation>Los sitios van encima de todas las capas. «Cambiar…» dice cómo se dibujan.</translation>
    </message>
    <message>
        <source>%1 – cannot be drawn</source>
        <translation>%1 – no se puede dibujar</translation>
    </message>
    <message>
        <source>%1 – cancelled</source>
        <translation>%1 – cancelada</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Leer de nuevo</translation>
    </message>
    <message>
        <source>%1 – preparing</source>
        <translation>%1 – preparándose</translation>
    </message>
    <message>
        <source>Choose where the file is now…</source>
        <translation>Elegir dónde está ahora el archivo…</translation>
    </message>
</context>
<context>
    <name>widgets::MainWindow</name>
    <message>
        <source>Report</source>
        <translation>Informar</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Capas</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Sitios</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Ficha</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>Clasificación</translation>
    </message>
    <message>
        <source>Gates, criteria and weights</source>
        <translation>Filtros, criterios y pesos</translation>
    </message>
    <message>
        <source>Nothing is called “%1”.</source>
        <translation>Nada se llama «%1».</translation>
    </message>
    <message>
        <source>“%1” is still going on. If you close now it is stopped, and the project stays as it was before.</source>
        <translation>«%1» sigue en curso. Si cierra ahora se detendrá, y el proyecto quedará como estaba antes.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Detener y cerrar</translation>
    </message>
    <message>
        <source>Legend of what is in view</source>
        <translation>Leyenda de lo que está a la vista</translation>
    </message>
    <message>
        <source>%1 (for reading only) – Veta</source>
        <translation>%1 (solo lectura) – Veta</translation>
    </message>
    <message>
        <source>Data quality</source>
        <translation>Calidad de los datos</translation>
    </message>
</context>
<context>
    <name>widgets::MapCanvas</name>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>All that the map shows is also in the table of sites.</source>
        <translation>Todo lo que muestra el mapa está también en la tabla de sitios.</translation>
    </message>
</context>
<context>
    <name>widgets::MeasureFields</name>
    <message>
        <source>&amp;What is measured</source>
        <translation>&amp;Qué se mide</translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation>Qué se mide</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>&amp;Capa</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Capa</translation>
    </message>
    <message>
        <source>&amp;Field</source>
        <translation>Ca&amp;mpo</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listas</translation>
    </message>
    <message>
        <source>&amp;Lists</source>
        <translation>&amp;Listas</translation>
    </message>
    <message>
        <source>Commodit&amp;y</source>
        <translation>Sustan&amp;cia</translation>
    </message>
    <message>
        <source>Commodity</source>
        <translation>Sustancia</translation>
    </message>
    <message>
        <source>any</source>
        <translation>cualquiera</translation>
    </message>
    <message>
        <source>&amp;Unit of the grade</source>
        <translation>&amp;Unidad de la ley</translation>
    </message>
    <message>
        <source>Unit of the grade</source>
        <translation>Unidad de la ley</translation>
    </message>
    <message>
        <source>Which countries count; none ticked: all</source>
        <translation>Qué países cuentan; sin marcar ninguno: todos</translation>
    </message>
    <message>
        <source>Which cou&amp;ntries</source>
        <translation>Qué paí&amp;ses</translation>
    </message>
    <message>
        <source>In the cou&amp;ntry</source>
        <translation>En el paí&amp;s</translation>
    </message>
    <message>
        <source>Country of the sites that count</source>
        <translation>País de los sitios que cuentan</translation>
    </message>
    <message>
        <source>Sites with this role count</source>
        <translation>Cuentan los sitios con esta función</translation>
    </message>
    <message>
        <source>Sites that &amp;count</source>
        <translation>Sitios que c&amp;uentan</translation>
    </message>
    <message>
        <source>The list of agreed minerals is empty; it is made in the project’s settings.</source>
        <translation>La lista de minerales acordados está vacía; se forma en la configuración del proyecto.</translation>
    </message>
    <message>
        <source>Agreed in the project’s settings: %1.</source>
        <translation>Acordados en la configuración del proyecto: %1.</translation>
    </message>
    <message>
        <source>Each delegation gives each project a mark from 0 to 1.</source>
        <translation>Cada delegación da a cada proyecto una calificación de 0 a 1.</translation>
    </message>
    <message>
        <source>a layer that is no longer in the project</source>
        <translation>una capa que ya no está en el proyecto</translation>
    </message>
    <message>
        <source>Tick at least one role of the sites that count.</source>
        <translation>Marque al menos una función de los sitios que cuentan.</translation>
    </message>
    <message>
        <source>Tick at least one list.</source>
        <translation>Marque al menos una lista.</translation>
    </message>
    <message>
        <source>The project has no layer to measure on; add one first.</source>
        <translation>El proyecto no tiene ninguna capa sobre la cual medir; agregue primero una.</translation>
    </message>
    <message>
        <source>The layer it looked at is no longer in the project; choose another one.</source>
        <translation>La capa que consultaba ya no está en el proyecto; elija otra.</translation>
    </message>
    <message>
        <source>Choose the field of the layer to read.</source>
        <translation>Elija el campo de la capa que ha de leerse.</translation>
    </message>
</context>
<context>
    <name>widgets::ProjectDialog</name>
    <message>
        <source>New project</source>
        <translation>Nuevo proyecto</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Sitio</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Sites of the project</source>
        <translation>Sitios del proyecto</translation>
    </message>
    <message>
        <source>Role of %1</source>
        <translation>Función de %1</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Summary</source>
        <translation>&amp;Resumen</translation>
    </message>
    <message>
        <source>Change the project</source>
        <translation>Cambiar el proyecto</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>&amp;Subir</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>&amp;Bajar</translation>
    </message>
    <message>
        <source>&amp;Take out</source>
        <translation>&amp;Sacar</translation>
    </message>
    <message>
        <source>&amp;Add the selected sites</source>
        <translation>&amp;Agregar los sitios seleccionados</translation>
    </message>
    <message>
        <source>Those that are selected in the table or on the map</source>
        <translation>Los que están seleccionados en la tabla o en el mapa</translation>
    </message>
    <message>
        <source>%1 – %2: %3 km</source>
        <translation>%1 – %2: %3 km</translation>
    </message>
</context>
<context>
    <name>widgets::ProjectOpening</name>
    <message>
        <source>Open for reading only</source>
        <translation>Abrir solo para lectura</translation>
    </message>
    <message>
        <source>%1 was made by an earlier version of Veta. It can be brought up to date, and the file as it is now is kept beside it.</source>
        <translation>%1 se hizo con una versión anterior de Veta. Se puede actualizar; el archivo tal como está se conserva a su lado.</translation>
    </message>
    <message>
        <source>Bring up to date</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>%1 was written by another program (QGIS or GDAL), which left its own index or journal in it. Veta can take them out, and then work on the file; sites and figures stay as they are.</source>
        <translation>Otro programa (QGIS o GDAL) escribió en %1 y dejó en él su propio índice o diario. Veta puede quitarlos y después trabajar con el archivo; los sitios y las cifras quedan como están.</translation>
    </message>
    <message>
        <source>Take them out</source>
        <translation>Quitarlos</translation>
    </message>
    <message numerus="yes">
        <source>Another program changed %n rows of this project since it was last saved here. Until that is settled nothing can be written.</source>
        <translation>
            <numerusform>Otro programa cambió %n fila de este proyecto desde que se guardó aquí por última vez. Mientras eso no se resuelva, no se puede escribir nada.</numerusform>
            <numerusform>Otro programa cambió %n filas de este proyecto desde que se guardó aquí por última vez. Mientras eso no se resuelva, no se puede escribir nada.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take them in</source>
        <translation>Aceptarlas</translation>
    </message>
    <message>
        <source>Turn them back</source>
        <translation>Deshacerlas</translation>
    </message>
</context>
<context>
    <name>widgets::RankingPanel</name>
    <message>
        <source>Ranking</source>
        <translation>Clasificación</translation>
    </message>
    <message>
        <source>What makes up the score</source>
        <translation>Qué compone el puntaje</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisión</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Registrar</translation>
    </message>
    <message>
        <source>Put the decision on the selected project</source>
        <translation>Registrar la decisión sobre el proyecto elegido</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>There is no project to rank yet. Select sites in the table or on the map and make a project of them.</source>
        <translation>Todavía no hay proyectos que clasificar. Elija sitios en la tabla o en el mapa y haga un proyecto con ellos.</translation>
    </message>
    <message>
        <source>Joint</source>
        <translation>Conjunto</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntaje</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Conocido</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>Filtros</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Proyecto</translation>
    </message>
    <message>
        <source>Choose a project to see what makes up its score.</source>
        <translation>Elija un proyecto para ver qué compone su puntaje.</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Criterio</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Cifra</translation>
    </message>
    <message>
        <source>Share %1</source>
        <translation>Parte %1</translation>
    </message>
    <message>
        <source>Joint share</source>
        <translation>Parte conjunta</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Rank %1</source>
        <translation>Lugar %1</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>Puntaje %1</translation>
    </message>
</context>
<context>
    <name>widgets::RecordPanel</name>
    <message>
        <source>Record</source>
        <translation>Ficha</translation>
    </message>
    <message>
        <source>Open a project, or begin with the sample (menu File).</source>
        <translation>Abra un proyecto o empiece con la muestra (menú Archivo).</translation>
    </message>
    <message>
        <source>Click a site or a place on the map, or choose a row of the table.</source>
        <translation>Haga clic en un sitio o un lugar del mapa, o elija una fila de la tabla.</translation>
    </message>
    <message numerus="yes">
        <source>%n sites are selected. With Project – New project of the selected sites they become a candidate.</source>
        <translation><numerusform>Hay %n sitio elegido. Con Proyecto – Nuevo proyecto con los sitios elegidos se vuelve candidato.</numerusform><numerusform>Hay %n sitios elegidos. Con Proyecto – Nuevo proyecto con los sitios elegidos se vuelven candidato.</numerusform></translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Schematic: drawn for orientation.</source>
        <translation>Esquemático: dibujado como orientación.</translation>
    </message>
    <message>
        <source>No layer shows anything here.</source>
        <translation>Ninguna capa muestra nada aquí.</translation>
    </message>
    <message>
        <source>Also called</source>
        <translation>También llamado</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Posición</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>Commodity</source>
        <translation>Sustancia</translation>
    </message>
    <message>
        <source>%1 t ore</source>
        <translation>%1 t de mineral</translation>
    </message>
    <message>
        <source>%1 t contained</source>
        <translation>%1 t contenidas</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Estimación</translation>
    </message>
    <message>
        <source>%1 t a year</source>
        <translation>%1 t al año</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Proceso</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propietario</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historia</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>On the map here</source>
        <translation>En el mapa, aquí</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Elemento</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Distancia</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>stands</source>
        <translation>vale</translation>
    </message>
    <message>
        <source>stands, chosen by %1</source>
        <translation>vale, elegido por %1</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>elegir</translation>
    </message>
    <message>
        <source>What sources say</source>
        <translation>Lo que dicen las fuentes</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>hasta %1</translation>
    </message>
    <message>
        <source>Offtake</source>
        <translation>Compromiso de compra</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>History of this site…</source>
        <translation>Historial de este sitio…</translation>
    </message>
    <message>
        <source>%1, sum</source>
        <translation>%1, suma</translation>
    </message>
</context>
<context>
    <name>widgets::ReportPanel</name>
    <message>
        <source>&amp;Language of the report</source>
        <translation>&amp;Idioma del informe</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>Idioma del informe</translation>
    </message>
    <message>
        <source>Export as &amp;PDF…</source>
        <translation>Exportar como &amp;PDF…</translation>
    </message>
    <message>
        <source>Map, ranking, one section per shortlisted project, and the sources</source>
        <translation>Mapa, clasificación, una sección por cada proyecto preseleccionado y las fuentes</translation>
    </message>
    <message>
        <source>Export as &amp;CSV…</source>
        <translation>Exportar como &amp;CSV…</translation>
    </message>
    <message>
        <source>One row per project for a spreadsheet</source>
        <translation>Una fila por proyecto, para una hoja de cálculo</translation>
    </message>
    <message>
        <source>The shortlist is written as it stands now. The same project gives the same file, byte for byte.</source>
        <translation>La lista corta se escribe tal como está ahora. El mismo proyecto produce el mismo archivo, byte por byte.</translation>
    </message>
    <message>
        <source>not decided yet: %1</source>
        <translation>aún sin decidir: %1</translation>
    </message>
</context>
<context>
    <name>widgets::SearchBox</name>
    <message>
        <source>Search everything</source>
        <translation>Buscar en todo</translation>
    </message>
    <message>
        <source>project</source>
        <translation>proyecto</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>capa</translation>
    </message>
    <message>
        <source>site</source>
        <translation>sitio</translation>
    </message>
</context>
<context>
    <name>widgets::SettingsDialog</name>
    <message>
        <source>Settings of the project</source>
        <translation>Configuración del proyecto</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Título</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Elegir…</translation>
    </message>
    <message>
        <source>&amp;Map drawn in</source>
        <translation>&amp;Mapa dibujado en</translation>
    </message>
    <message>
        <source>Coordinate system of the map</source>
        <translation>Sistema de coordenadas del mapa</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>Stands in header and footer of every page of a report</source>
        <translation>Aparece en el encabezado y el pie de cada página de un informe</translation>
    </message>
    <message>
        <source>&amp;Handling line</source>
        <translation>&amp;Leyenda de manejo</translation>
    </message>
    <message>
        <source>Delegations</source>
        <translation>Delegaciones</translation>
    </message>
    <message>
        <source>&amp;Delegations</source>
        <translation>&amp;Delegaciones</translation>
    </message>
    <message>
        <source>Delegation to add</source>
        <translation>Delegación por agregar</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Agregar</translation>
    </message>
    <message>
        <source>Add the delegation of this country</source>
        <translation>Agregar la delegación de este país</translation>
    </message>
    <message>
        <source>Agreed minerals of interest</source>
        <translation>Minerales de interés acordados</translation>
    </message>
    <message>
        <source>M&amp;inerals of interest</source>
        <translation>M&amp;inerales de interés</translation>
    </message>
    <message>
        <source>The map is drawn in this system; nothing is moved.</source>
        <translation>El mapa se dibuja en este sistema; nada se mueve.</translation>
    </message>
    <message>
        <source>Give the project a title.</source>
        <translation>Dé un título al proyecto.</translation>
    </message>
    <message>
        <source>Kept &amp;layers</source>
        <translation>&amp;Capas guardadas</translation>
    </message>
    <message>
        <source>Large layers are kept on this computer, ready to be drawn, so that they are on the map at once. They are no part of the project and can be made again from their files.</source>
        <translation>Las capas grandes se guardan en esta computadora listas para dibujarse, de modo que aparezcan de inmediato en el mapa. No forman parte del proyecto y pueden rehacerse a partir de sus archivos.</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>at most </source>
        <translation>máximo </translation>
    </message>
    <message>
        <source>Most that is kept of layers</source>
        <translation>Máximo que se guarda de las capas</translation>
    </message>
    <message>
        <source>&amp;Empty</source>
        <translation>&amp;Vaciar</translation>
    </message>
    <message>
        <source>Take away all kept layers now</source>
        <translation>Quitar ahora todas las capas guardadas</translation>
    </message>
    <message>
        <source>%1 on this computer</source>
        <translation>%1 en esta computadora</translation>
    </message>
</context>
<context>
    <name>widgets::SiteDialog</name>
    <message>
        <source>Add a site</source>
        <translation>Agregar un sitio</translation>
    </message>
    <message>
        <source>Correct the site %1</source>
        <translation>Corregir el sitio %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Tipo</translation>
    </message>
    <message>
        <source>Sta&amp;ge</source>
        <translation>&amp;Etapa</translation>
    </message>
    <message>
        <source>Stage sin&amp;ce</source>
        <translation>Etapa &amp;desde</translation>
    </message>
    <message>
        <source>C&amp;ountry</source>
        <translation>&amp;País</translation>
    </message>
    <message>
        <source>State or p&amp;rovince</source>
        <translation>Estado o p&amp;rovincia</translation>
    </message>
    <message>
        <source>&amp;Longitude, degrees</source>
        <translation>&amp;Longitud, grados</translation>
    </message>
    <message>
        <source>L&amp;atitude, degrees</source>
        <translation>L&amp;atitud, grados</translation>
    </message>
    <message>
        <source>&amp;Deposit type</source>
        <translation>Tipo de ya&amp;cimiento</translation>
    </message>
    <message>
        <source>Not&amp;e</source>
        <translation>&amp;Nota</translation>
    </message>
    <message>
        <source>Where what is new was read</source>
        <translation>Dónde se leyó lo nuevo</translation>
    </message>
    <message>
        <source>Commodity</source>
        <translation>Sustancia</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Commodities</source>
        <translation>Sustancias</translation>
    </message>
    <message>
        <source>Add a co&amp;mmodity</source>
        <translation>Agregar una susta&amp;ncia</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>Take the chosen commodity out</source>
        <translation>Sacar la sustancia elegida</translation>
    </message>
    <message>
        <source>Commod&amp;ities</source>
        <translation>Su&amp;stancias</translation>
    </message>
    <message>
        <source>A new estimate</source>
        <translation>Una estimación nueva</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Ley</translation>
    </message>
    <message>
        <source>Unit of the grade</source>
        <translation>Unidad de la ley</translation>
    </message>
    <message>
        <source>O&amp;f</source>
        <translation>D&amp;e</translation>
    </message>
    <message>
        <source>Ore, tonnes</source>
        <translation>Mineral, toneladas</translation>
    </message>
    <message>
        <source>Contained, tonnes</source>
        <translation>Contenido, toneladas</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Effective date</source>
        <translation>Fecha efectiva</translation>
    </message>
    <message>
        <source>Reporting code</source>
        <translation>Código de reporte</translation>
    </message>
    <message>
        <source>Give the site a name.</source>
        <translation>Dé un nombre al sitio.</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>«%1» no es un número.</translation>
    </message>
    <message>
        <source>A position has a longitude and a latitude; leave both empty if it is not known.</source>
        <translation>Una posición tiene longitud y latitud; deje ambas vacías si no se conoce.</translation>
    </message>
    <message>
        <source>Longitudes go from −180 to 180 (west is negative), latitudes from −90 to 90.</source>
        <translation>Las longitudes van de −180 a 180 (el oeste es negativo); las latitudes, de −90 a 90.</translation>
    </message>
    <message>
        <source>A date is written 2024, 2024-05 or 2024-05-17.</source>
        <translation>Una fecha se escribe 2024, 2024-05 o 2024-05-17.</translation>
    </message>
    <message>
        <source>A commodity stands there twice.</source>
        <translation>Una sustancia aparece dos veces.</translation>
    </message>
    <message>
        <source>“%1” is less than nothing.</source>
        <translation>«%1» es menor que cero.</translation>
    </message>
    <message>
        <source>Say of which commodity the estimate is.</source>
        <translation>Indique de qué sustancia es la estimación.</translation>
    </message>
    <message>
        <source>A grade needs its unit.</source>
        <translation>Una ley necesita su unidad.</translation>
    </message>
</context>
<context>
    <name>widgets::SitePanel</name>
    <message>
        <source>Name or alias</source>
        <translation>Nombre o alias</translation>
    </message>
    <message>
        <source>Filter by name or alias</source>
        <translation>Filtrar por nombre o alias</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Take the filter away</source>
        <translation>Quitar el filtro</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Sitios</translation>
    </message>
    <message>
        <source>(not known)</source>
        <translation>(no se sabe)</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Commodity</source>
        <translation>Sustancia</translation>
    </message>
    <message>
        <source>Filter by %1</source>
        <translation>Filtrar por %1</translation>
    </message>
    <message>
        <source>There are no sites yet.</source>
        <translation>Todavía no hay sitios.</translation>
    </message>
    <message>
        <source>Sites: %1 of %2</source>
        <translation>Sitios: %1 de %2</translation>
    </message>
</context>
<context>
    <name>widgets::SiteTableModel</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Commodities</source>
        <translation>Sustancias</translation>
    </message>
    <message>
        <source>Ore, t</source>
        <translation>Mineral, t</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Ley</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
</context>
<context>
    <name>widgets::SourceFields</name>
    <message>
        <source>page, table or record</source>
        <translation>página, tabla o registro</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Fuente</translation>
    </message>
    <message>
        <source>Its &amp;title</source>
        <translation>Su &amp;título</translation>
    </message>
    <message>
        <source>P&amp;ublisher</source>
        <translation>Edita&amp;da por</translation>
    </message>
    <message>
        <source>Pu&amp;blished</source>
        <translation>Pu&amp;blicada</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Dirección</translation>
    </message>
    <message>
        <source>&amp;Where in it</source>
        <translation>D&amp;ónde en ella</translation>
    </message>
    <message>
        <source>A new source</source>
        <translation>Una fuente nueva</translation>
    </message>
    <message>
        <source>My own statement, as %1</source>
        <translation>Mi propia declaración, como %1</translation>
    </message>
    <message>
        <source>Say where this was read: every figure has a source.</source>
        <translation>Indique dónde se leyó esto: cada cifra tiene una fuente.</translation>
    </message>
    <message>
        <source>A date is written 2024, 2024-05 or 2024-05-17.</source>
        <translation>Una fecha se escribe 2024, 2024-05 o 2024-05-17.</translation>
    </message>
</context>
<context>
    <name>widgets::StatusLine</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Stop what is going on; nothing is changed then</source>
        <translation>Detener lo que está en curso; no se cambia nada</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>Todo guardado</translation>
    </message>
    <message>
        <source>%1: no change of datum</source>
        <translation>%1: sin cambio de datum</translation>
    </message>
    <message>
        <source>%1: ±%2 m</source>
        <translation>%1: ±%2 m</translation>
    </message>
    <message>
        <source>%1: accuracy not stated</source>
        <translation>%1: exactitud no declarada</translation>
    </message>
    <message>
        <source>The layer on the map that lies least exactly</source>
        <translation>La capa del mapa cuya posición es menos exacta</translation>
    </message>
    <message>
        <source>The coordinate reference system of the map; click to choose another one</source>
        <translation>El sistema de referencia de coordenadas del mapa; haga clic para elegir otro</translation>
    </message>
    <message>
        <source>The scale in the middle of the map; write another one, such as 1:250,000</source>
        <translation>La escala en el centro del mapa; escriba otra, como 1:250,000</translation>
    </message>
    <message>
        <source>Scale of the map</source>
        <translation>Escala del mapa</translation>
    </message>
    <message>
        <source>Where the mouse is; the right button chooses how it is written</source>
        <translation>Dónde está el ratón; el botón derecho elige cómo se escribe</translation>
    </message>
    <message>
        <source>C&amp;oordinates under the mouse</source>
        <translation>C&amp;oordenadas bajo el ratón</translation>
    </message>
    <message>
        <source>The coordinates of the mouse are written in this one.</source>
        <translation>Las coordenadas del ratón se escriben en este sistema.</translation>
    </message>
</context>
<context>
    <name>widgets::TickList</name>
    <message>
        <source>Find in the list</source>
        <translation>Buscar en la lista</translation>
    </message>
</context>
<context>
    <name>widgets::ValueCurve</name>
    <message>
        <source>Picture of the value function</source>
        <translation>Gráfica de la función de valor</translation>
    </message>
</context>
<context>
    <name>widgets::ValueEditor</name>
    <message>
        <source>&amp;Better is</source>
        <translation>&amp;Mejor es</translation>
    </message>
    <message>
        <source>&amp;Between the points</source>
        <translation>&amp;Entre los puntos</translation>
    </message>
    <message>
        <source>&amp;Values</source>
        <translation>&amp;Valores</translation>
    </message>
    <message>
        <source>A&amp;dd a point</source>
        <translation>A&amp;gregar un punto</translation>
    </message>
    <message>
        <source>&amp;Remove the point</source>
        <translation>&amp;Quitar el punto</translation>
    </message>
    <message>
        <source>more</source>
        <translation>más</translation>
    </message>
    <message>
        <source>less</source>
        <translation>menos</translation>
    </message>
    <message>
        <source>Better is</source>
        <translation>Mejor es</translation>
    </message>
    <message>
        <source>straight lines</source>
        <translation>líneas rectas</translation>
    </message>
    <message>
        <source>steps: the value of the last point reached</source>
        <translation>escalones: el valor del último punto alcanzado</translation>
    </message>
    <message>
        <source>Between the points</source>
        <translation>Entre los puntos</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valores</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Cifra</translation>
    </message>
    <message>
        <source>Figure (%1)</source>
        <translation>Cifra (%1)</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Palabra</translation>
    </message>
    <message>
        <source>Value, 0 to 1</source>
        <translation>Valor, de 0 a 1</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>fuera</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>dentro</translation>
    </message>
    <message>
        <source>any other</source>
        <translation>cualquier otra</translation>
    </message>
    <message>
        <source>The value of “%1” is not a number from 0 to 1.</source>
        <translation>El valor de «%1» no es un número de 0 a 1.</translation>
    </message>
    <message>
        <source>Give both places a value from 0 to 1.</source>
        <translation>Dé a ambos lugares un valor de 0 a 1.</translation>
    </message>
    <message>
        <source>Give at least one of them a value from 0 to 1; without one a project’s value is not known.</source>
        <translation>Dé a alguna de ellas un valor de 0 a 1; sin él no se conoce el valor de un proyecto.</translation>
    </message>
    <message>
        <source>Add at least one point: a figure and its value.</source>
        <translation>Agregue al menos un punto: una cifra y su valor.</translation>
    </message>
    <message>
        <source>Point %1 needs a figure, which is a number.</source>
        <translation>El punto %1 necesita una cifra, que es un número.</translation>
    </message>
    <message>
        <source>Point %1 needs a value, which is a number from 0 to 1.</source>
        <translation>El punto %1 necesita un valor, que es un número de 0 a 1.</translation>
    </message>
    <message>
        <source>Two points have the same figure, %1.</source>
        <translation>Dos puntos tienen la misma cifra, %1.</translation>
    </message>
    <message>
        <source>More is better, but the values fall somewhere.</source>
        <translation>Más es mejor, pero los valores bajan en algún tramo.</translation>
    </message>
    <message>
        <source>Less is better, but the values rise somewhere.</source>
        <translation>Menos es mejor, pero los valores suben en algún tramo.</translation>
    </message>
</context>
<context>
    <name>widgets::WelcomePage</name>
    <message>
        <source>No project is open. The sample shows the whole way from sites on a map to a shortlist of two countries; nothing you do in it is lost or final.</source>
        <translation>No hay ningún proyecto abierto. El ejemplo muestra todo el camino, desde los sitios en un mapa hasta una lista corta de dos países; nada de lo que haga en él se pierde ni es definitivo.</translation>
    </message>
    <message>
        <source>Open the &amp;sample</source>
        <translation>Abrir la &amp;muestra</translation>
    </message>
    <message>
        <source>Open a &amp;project file…</source>
        <translation>Abrir un archivo de &amp;proyecto…</translation>
    </message>
    <message>
        <source>Begin a &amp;new project…</source>
        <translation>Empezar un proyecto &amp;nuevo…</translation>
    </message>
</context>
<context>
    <name>widgets::WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edición</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Catalogue</source>
        <translation>&amp;Catálogo</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>&amp;Proyecto</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>&amp;Nuevo…</translation>
    </message>
    <message>
        <source>Make an empty project file</source>
        <translation>Crear un archivo de proyecto vacío</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Abrir…</translation>
    </message>
    <message>
        <source>Open a project file</source>
        <translation>Abrir un archivo de proyecto</translation>
    </message>
    <message>
        <source>Open the &amp;sample</source>
        <translation>Abrir la &amp;muestra</translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation>Abrir el proyecto de muestra</translation>
    </message>
    <message>
        <source>Se&amp;ttings of the project…</source>
        <translation>&amp;Configuración del proyecto…</translation>
    </message>
    <message>
        <source>Title, map, delegations, minerals of interest and handling line</source>
        <translation>Título, mapa, delegaciones, minerales de interés y leyenda de manejo</translation>
    </message>
    <message>
        <source>Export shortlist as &amp;PDF…</source>
        <translation>Exportar la lista corta en &amp;PDF…</translation>
    </message>
    <message>
        <source>Write the shortlist as PDF</source>
        <translation>Escribir la lista corta en PDF</translation>
    </message>
    <message>
        <source>Export shortlist as &amp;CSV…</source>
        <translation>Exportar la lista corta en &amp;CSV…</translation>
    </message>
    <message>
        <source>Write the shortlist as CSV</source>
        <translation>Escribir la lista corta en CSV</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Cerrar el programa</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>Revertir el último cambio</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>Make the change again that was taken back</source>
        <translation>Repetir el cambio que se revirtió</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Historial…</translation>
    </message>
    <message>
        <source>Show every change to the project</source>
        <translation>Mostrar todos los cambios del proyecto</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Buscar</translation>
    </message>
    <message>
        <source>Search sites, projects and layers</source>
        <translation>Buscar sitios, proyectos y capas</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Acercar</translation>
    </message>
    <message>
        <source>Show less of the map, larger</source>
        <translation>Mostrar menos mapa, más grande</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>A&amp;lejar</translation>
    </message>
    <message>
        <source>Show more of the map</source>
        <translation>Mostrar más mapa</translation>
    </message>
    <message>
        <source>Zoom to the &amp;sites</source>
        <translation>Ver los &amp;sitios</translation>
    </message>
    <message>
        <source>Show all sites that the filter lets through</source>
        <translation>Mostrar todos los sitios que deja pasar el filtro</translation>
    </message>
    <message>
        <source>&amp;Import sites…</source>
        <translation>&amp;Importar sitios…</translation>
    </message>
    <message>
        <source>&amp;Add a site…</source>
        <translation>&amp;Agregar un sitio…</translation>
    </message>
    <message>
        <source>Add a site by hand, where you last clicked on the map</source>
        <translation>Agregar un sitio a mano, donde hizo clic por última vez en el mapa</translation>
    </message>
    <message>
        <source>&amp;Edit the selected site…</source>
        <translation>&amp;Editar el sitio seleccionado…</translation>
    </message>
    <message>
        <source>Correct the selected site, with a source</source>
        <translation>Corregir el sitio seleccionado, con una fuente</translation>
    </message>
    <message>
        <source>&amp;Remove the selected site</source>
        <translation>&amp;Quitar el sitio seleccionado</translation>
    </message>
    <message>
        <source>Remove the selected site with all its figures</source>
        <translation>Quitar el sitio seleccionado con todas sus cifras</translation>
    </message>
    <message>
        <source>Add a &amp;layer…</source>
        <translation>Agregar una &amp;capa…</translation>
    </message>
    <message>
        <source>Add a vector or raster file as a layer</source>
        <translation>Agregar un archivo vectorial o ráster como capa</translation>
    </message>
    <message>
        <source>&amp;New project of the selected sites…</source>
        <translation>&amp;Nuevo proyecto con los sitios elegidos…</translation>
    </message>
    <message>
        <source>Make a candidate project of the selected sites</source>
        <translation>Hacer un proyecto candidato con los sitios elegidos</translation>
    </message>
    <message>
        <source>&amp;Edit the selected project…</source>
        <translation>&amp;Editar el proyecto seleccionado…</translation>
    </message>
    <message>
        <source>Change name, sites and roles of the project chosen in the ranking</source>
        <translation>Cambiar nombre, sitios y funciones del proyecto elegido en la clasificación</translation>
    </message>
    <message>
        <source>&amp;Remove the selected project</source>
        <translation>&amp;Quitar el proyecto elegido</translation>
    </message>
    <message>
        <source>Remove the project chosen in the ranking</source>
        <translation>Quitar el proyecto elegido en la clasificación</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Catálogo</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntaje</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>Acordar</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informar</translation>
    </message>
    <message>
        <source>Layers and sites on the map</source>
        <translation>Capas y sitios en el mapa</translation>
    </message>
    <message>
        <source>The sites, their figures and sources</source>
        <translation>Los sitios, sus cifras y sus fuentes</translation>
    </message>
    <message>
        <source>Gates that a project must pass</source>
        <translation>Filtros que un proyecto debe pasar</translation>
    </message>
    <message>
        <source>Criteria and the weights of each delegation</source>
        <translation>Criterios y pesos de cada delegación</translation>
    </message>
    <message>
        <source>The ranking and the decisions</source>
        <translation>La clasificación y las decisiones</translation>
    </message>
    <message>
        <source>Write the shortlist as PDF or CSV</source>
        <translation>Escribir la lista corta en PDF o CSV</translation>
    </message>
    <message>
        <source>Act as…</source>
        <translation>Actuar como…</translation>
    </message>
    <message>
        <source>Say who you are and for which delegation</source>
        <translation>Diga quién es y por qué delegación actúa</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Deshacer: %1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Rehacer: %1</translation>
    </message>
    <message>
        <source>Import a table of sites</source>
        <translation>Importar una tabla de sitios</translation>
    </message>
    <message>
        <source>&amp;Mend rows set aside…</source>
        <translation>&amp;Corregir filas apartadas…</translation>
    </message>
    <message>
        <source>Put right the rows that an import could not understand, and import them again</source>
        <translation>Corregir las filas que una importación no pudo entender e importarlas de nuevo</translation>
    </message>
    <message>
        <source>Print or export the &amp;map…</source>
        <translation>&amp;Imprimir o exportar el mapa…</translation>
    </message>
    <message>
        <source>Put the map on a sheet of paper: print it, or write it as PDF, PNG or TIFF</source>
        <translation>Poner el mapa en una hoja de papel: imprimirlo, o escribirlo como PDF, PNG o TIFF</translation>
    </message>
    <message>
        <source>&amp;Check the data</source>
        <translation>&amp;Revisar los datos</translation>
    </message>
    <message>
        <source>Find what is wrong, missing or stale in the catalogue, and mend it</source>
        <translation>Encontrar lo erróneo, lo que falta y lo desactualizado en el catálogo, y corregirlo</translation>
    </message>
</context>
<context>
    <name>widgets::WindowTasks</name>
    <message>
        <source>New project file</source>
        <translation>Nuevo archivo de proyecto</translation>
    </message>
    <message>
        <source>Project files (*.veta.gpkg)</source>
        <translation>Archivos de proyecto (*.veta.gpkg)</translation>
    </message>
    <message>
        <source>Open a project file</source>
        <translation>Abrir un archivo de proyecto</translation>
    </message>
    <message>
        <source>Project files (*.gpkg)</source>
        <translation>Archivos de proyecto (*.gpkg)</translation>
    </message>
    <message>
        <source>Maps (*.gpkg *.shp *.geojson *.json *.fgb *.kml *.tab *.mif *.zip *.csv *.tif *.tiff *.png *.jpg *.asc *.mbtiles)</source>
        <translation>Mapas (*.gpkg *.shp *.geojson *.json *.fgb *.kml *.tab *.mif *.zip *.csv *.tif *.tiff *.png *.jpg *.asc *.mbtiles)</translation>
    </message>
    <message>
        <source>Import sites</source>
        <translation>Importar sitios</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Leyendo %1</translation>
    </message>
    <message>
        <source>The site is part of the project “%1”. Take it out of the project first.</source>
        <translation>El sitio forma parte del proyecto «%1». Quítelo primero del proyecto.</translation>
    </message>
    <message>
        <source>Select one site or several first, in the table or on the map (with Ctrl).</source>
        <translation>Elija primero uno o varios sitios, en la tabla o en el mapa (con Ctrl).</translation>
    </message>
    <message>
        <source>Export the shortlist</source>
        <translation>Exportar la lista corta</translation>
    </message>
    <message>
        <source>shortlist</source>
        <translation>lista-corta</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Archivos PDF (*.pdf)</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>Archivos CSV (*.csv)</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Escribiendo el informe</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>Se escribió %1</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.tab *.tsv *.xlsx *.ods *.dbf *.json *.geojson *.shp *.gpkg *.kml *.kmz *.zip);;All files (*)</source>
        <translation>Tablas (*.csv *.txt *.tab *.tsv *.xlsx *.ods *.dbf *.json *.geojson *.shp *.gpkg *.kml *.kmz *.zip);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>The file holds several tables. Which one holds the sites?</source>
        <translation>El archivo contiene varias tablas. ¿Cuál contiene los sitios?</translation>
    </message>
    <message>
        <source>Add layers</source>
        <translation>Agregar capas</translation>
    </message>
    <message>
        <source>Mend them…</source>
        <translation>Corregirlas…</translation>
    </message>
    <message>
        <source>Looking into %1</source>
        <translation>Examinando %1</translation>
    </message>
    <message>
        <source>Imported %1 sites; %2 were there already.</source>
        <translation>Se importaron %1 sitios; %2 ya estaban.</translation>
    </message>
    <message>
        <source>Rows set aside: %1.</source>
        <translation>Filas apartadas: %1.</translation>
    </message>
    <message>
        <source>The map is drawn in it.</source>
        <translation>El mapa se dibuja en él.</translation>
    </message>
</context>
<context>
    <name>widgets::Workspace</name>
    <message>
        <source>Opening the project</source>
        <translation>Abriendo el proyecto</translation>
    </message>
    <message>
        <source>Making the project file</source>
        <translation>Creando el archivo de proyecto</translation>
    </message>
    <message>
        <source>Building the sample project</source>
        <translation>Preparando el proyecto de muestra</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>Importando %1</translation>
    </message>
    <message>
        <source>Bringing the project up to date</source>
        <translation>Actualizando el proyecto</translation>
    </message>
    <message>
        <source>Settling what another program changed</source>
        <translation>Resolviendo lo que cambió otro programa</translation>
    </message>
    <message>
        <source>Turning a change round</source>
        <translation>Revirtiendo un cambio</translation>
    </message>
</context>
<context>
    <name>widgets::CrsQuestion</name>
    <message>
        <source>Where does “%1” lie?</source>
        <translation>¿Dónde queda «%1»?</translation>
    </message>
    <message>
        <source>Choose a coordinate &amp;system; ask whoever made the file where you do not know.</source>
        <translation>Elija un &amp;sistema de coordenadas; pregunte a quien hizo el archivo si no lo sabe.</translation>
    </message>
    <message>
        <source>Choose the coordinate &amp;system that puts the data where it belongs; ask whoever made the file where you do not know.</source>
        <translation>Elija el &amp;sistema de coordenadas que pone los datos en su lugar; pregunte a quien hizo el archivo si no lo sabe.</translation>
    </message>
    <message>
        <source>Coordinate systems</source>
        <translation>Sistemas de coordenadas</translation>
    </message>
    <message>
        <source>The likeliest first, with what speaks for it</source>
        <translation>Primero el más probable, con lo que habla a su favor</translation>
    </message>
    <message numerus="yes">
        <source>Use it for the other layers that state &amp;none, too (%n)</source>
        <translation>
            <numerusform>Usarlo también para las otras capas que no declaran &amp;ninguno (%n)</numerusform>
            <numerusform>Usarlo también para las otras capas que no declaran &amp;ninguno (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Those that were chosen together with this one</source>
        <translation>Las que se eligieron junto con esta</translation>
    </message>
    <message>
        <source>&amp;Use this one</source>
        <translation>&amp;Usar este</translation>
    </message>
    <message>
        <source>&amp;Another one…</source>
        <translation>&amp;Otro…</translation>
    </message>
    <message>
        <source>Find a coordinate system by its code, name or region</source>
        <translation>Buscar un sistema de coordenadas por su clave, nombre o región</translation>
    </message>
    <message>
        <source>Proposed: %1</source>
        <translation>Propuesto: %1</translation>
    </message>
    <message>
        <source>Choose a coordinate system first.</source>
        <translation>Elija primero un sistema de coordenadas.</translation>
    </message>
    <message>
        <source>In this one the data would lie nowhere on Earth.</source>
        <translation>En este los datos no quedarían en ningún lugar de la Tierra.</translation>
    </message>
    <message>
        <source>Find the coordinate system of “%1”.</source>
        <translation>Busque el sistema de coordenadas de «%1».</translation>
    </message>
    <message>
        <source>Thick and red: where the chosen one puts the data. Thin and grey: where the others would.</source>
        <translation>Grueso y rojo: donde el elegido pone los datos. Fino y gris: donde los pondrían los demás.</translation>
    </message>
</context>
<context>
    <name>widgets::DropTasks</name>
    <message>
        <source>Looking at what was dropped</source>
        <translation>Revisando lo que se soltó</translation>
    </message>
    <message>
        <source>A project file is opened alone. Drop the other files again when it is open.</source>
        <translation>Un archivo de proyecto se abre solo. Suelte los demás archivos de nuevo cuando esté abierto.</translation>
    </message>
    <message>
        <source>Open a project first, or make one: layers and sites are added to it.</source>
        <translation>Abra primero un proyecto o haga uno: las capas y los sitios se agregan a él.</translation>
    </message>
    <message>
        <source>“%1” is a table with positions. Import its rows as sites of the catalogue, or show it on the map as a layer?</source>
        <translation>«%1» es una tabla con posiciones. ¿Importar sus filas como sitios del catálogo o mostrarla en el mapa como capa?</translation>
    </message>
    <message>
        <source>As &amp;sites</source>
        <translation>Como &amp;sitios</translation>
    </message>
    <message>
        <source>As a &amp;layer</source>
        <translation>Como &amp;capa</translation>
    </message>
</context>
<context>
    <name>widgets::ImportColumnsView</name>
    <message>
        <source>Longitudes without a sign are &amp;west</source>
        <translation>Las longitudes sin signo son &amp;oeste</translation>
    </message>
    <message>
        <source>Longitude and latitude are s&amp;wapped</source>
        <translation>Longitud y latitud están &amp;cambiadas</translation>
    </message>
    <message>
        <source>A figure of &amp;0 is a missing one</source>
        <translation>Una cifra de &amp;0 es una que falta</translation>
    </message>
    <message>
        <source>Short tons (2,000 lb)</source>
        <translation>Toneladas cortas (2,000 lb)</translation>
    </message>
    <message>
        <source>Tonnes (1,000 kg)</source>
        <translation>Toneladas (1,000 kg)</translation>
    </message>
    <message>
        <source>Long tons (2,240 lb)</source>
        <translation>Toneladas largas (2,240 lb)</translation>
    </message>
    <message>
        <source>Million tonnes</source>
        <translation>Millones de toneladas</translation>
    </message>
    <message>
        <source>Which column says what</source>
        <translation>Qué dice cada columna</translation>
    </message>
    <message>
        <source>Of the site</source>
        <translation>Del sitio</translation>
    </message>
    <message>
        <source>Column of the file</source>
        <translation>Columna del archivo</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>Por ejemplo</translation>
    </message>
    <message>
        <source>Coordinate system of the positions</source>
        <translation>Sistema de coordenadas de las posiciones</translation>
    </message>
    <message>
        <source>For positions whose row names none, as EPSG:4326. Ask whoever made the file where you do not know.</source>
        <translation>Para posiciones cuya fila no nombra ninguno, como EPSG:4326. Pregunte a quien hizo el archivo si no lo sabe.</translation>
    </message>
    <message>
        <source>Decimal sign</source>
        <translation>Signo decimal</translation>
    </message>
    <message>
        <source>As each column shows</source>
        <translation>Como muestra cada columna</translation>
    </message>
    <message>
        <source>Point: 12.5</source>
        <translation>Punto: 12.5</translation>
    </message>
    <message>
        <source>Comma: 12,5</source>
        <translation>Coma: 12,5</translation>
    </message>
    <message>
        <source>What parts the items of a list</source>
        <translation>Qué separa los elementos de una lista</translation>
    </message>
    <message>
        <source>As each list shows</source>
        <translation>Como muestra cada lista</translation>
    </message>
    <message>
        <source>&amp;Coordinate system</source>
        <translation>&amp;Sistema de coordenadas</translation>
    </message>
    <message>
        <source>&amp;Decimal sign</source>
        <translation>Signo &amp;decimal</translation>
    </message>
    <message>
        <source>&amp;Lists are parted by</source>
        <translation>&amp;Listas separadas por</translation>
    </message>
    <message>
        <source>“&amp;Tons” are</source>
        <translation>Las «&amp;tons» son</translation>
    </message>
    <message>
        <source>“&amp;mt” is</source>
        <translation>«&amp;mt» es</translation>
    </message>
    <message>
        <source>Another &amp;figure</source>
        <translation>Otra ci&amp;fra</translation>
    </message>
    <message>
        <source>Where a row states several figures, each in columns of its own</source>
        <translation>Cuando una fila da varias cifras, cada una en columnas propias</translation>
    </message>
    <message>
        <source>What “%1” means in this file</source>
        <translation>Qué significa «%1» en este archivo</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Sitio</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Posición</translation>
    </message>
    <message>
        <source>Commodities</source>
        <translation>Productos minerales</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Cifra</translation>
    </message>
    <message>
        <source>Figure %1</source>
        <translation>Cifra %1</translation>
    </message>
    <message>
        <source>Plant</source>
        <translation>Planta</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otros</translation>
    </message>
    <message>
        <source>always “%1”</source>
        <translation>siempre «%1»</translation>
    </message>
    <message>
        <source>Another column besides…</source>
        <translation>Otra columna además…</translation>
    </message>
    <message>
        <source>One value for every row…</source>
        <translation>Un valor para todas las filas…</translation>
    </message>
    <message>
        <source>Which value stands for every row?</source>
        <translation>¿Qué valor vale para todas las filas?</translation>
    </message>
    <message>
        <source>Which column says it too?</source>
        <translation>¿Qué columna lo dice también?</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Sin decir</translation>
    </message>
    <message>
        <source>Figures whose unit may mean several things are left out until you say which it is</source>
        <translation>Las cifras cuya unidad puede significar varias cosas se omiten hasta que diga cuál es</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>Elegi&amp;r…</translation>
    </message>
    <message>
        <source>See on a map where each coordinate system would put the positions</source>
        <translation>Ver en un mapa dónde pondría las posiciones cada sistema de coordenadas</translation>
    </message>
</context>
<context>
    <name>widgets::ImportMap</name>
    <message>
        <source>Where the sites would lie</source>
        <translation>Dónde quedarían los sitios</translation>
    </message>
    <message>
        <source>The map shows %1 of the %2 positions, taken evenly.</source>
        <translation>El mapa muestra %1 de las %2 posiciones, tomadas a intervalos iguales.</translation>
    </message>
</context>
<context>
    <name>widgets::ImportReasonsView</name>
    <message>
        <source>Why rows are set aside</source>
        <translation>Por qué se apartan filas</translation>
    </message>
    <message>
        <source>Reason and value</source>
        <translation>Motivo y valor</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>Rows that are set aside</source>
        <translation>Filas que se apartan</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Columna</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>The row</source>
        <translation>La fila</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(vacío)</translation>
    </message>
</context>
<context>
    <name>widgets::ImportRowsView</name>
    <message>
        <source>Not used; the record keeps it</source>
        <translation>No se usa; el registro lo conserva</translation>
    </message>
    <message>
        <source>Comes in</source>
        <translation>Entra</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Posición</translation>
    </message>
    <message>
        <source>Commodities</source>
        <translation>Productos minerales</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Cifras</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>%1 t contained</source>
        <translation>%1 t contenidas</translation>
    </message>
    <message>
        <source>The first rows as read</source>
        <translation>Las primeras filas como se leen</translation>
    </message>
    <message>
        <source>The first rows as understood</source>
        <translation>Las primeras filas como se entienden</translation>
    </message>
    <message>
        <source>As &amp;read</source>
        <translation>Como se &amp;leen</translation>
    </message>
    <message>
        <source>As &amp;understood</source>
        <translation>Como se e&amp;ntienden</translation>
    </message>
</context>
<context>
    <name>widgets::ImportWordsView</name>
    <message>
        <source>Only those not &amp;known</source>
        <translation>Solo las des&amp;conocidas</translation>
    </message>
    <message>
        <source>Words of the file and what they mean</source>
        <translation>Palabras del archivo y qué significan</translation>
    </message>
    <message>
        <source>Of the site</source>
        <translation>Del sitio</translation>
    </message>
    <message>
        <source>Word in the file</source>
        <translation>Palabra en el archivo</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Significado</translation>
    </message>
    <message>
        <source>As the program reads it</source>
        <translation>Como la lee el programa</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Desconocida</translation>
    </message>
    <message>
        <source>Says nothing</source>
        <translation>No dice nada</translation>
    </message>
    <message>
        <source>No column is mapped whose words have to be understood.</source>
        <translation>No hay ninguna columna asignada cuyas palabras deban entenderse.</translation>
    </message>
    <message>
        <source>What is not known is left out of its site; the row comes in all the same. Say what a word means by choosing it beside the word.</source>
        <translation>Lo desconocido se omite en su sitio; la fila entra de todos modos. Diga qué significa una palabra eligiéndolo a su lado.</translation>
    </message>
</context>
<context>
    <name>widgets::LandingMap</name>
    <message>
        <source>Where the data would lie</source>
        <translation>Dónde quedarían los datos</translation>
    </message>
    <message>
        <source>Thick and red: where the data would lie in the coordinate system that is chosen. Thin and grey: in the others.</source>
        <translation>Grueso y rojo: donde quedarían los datos en el sistema de coordenadas elegido. Fino y gris: en los demás.</translation>
    </message>
</context>
<context>
    <name>widgets::LayerTasks</name>
    <message>
        <source>Looking at %1</source>
        <translation>Revisando %1</translation>
    </message>
    <message>
        <source>Where the file of “%1” is now</source>
        <translation>Dónde está ahora el archivo de «%1»</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Use this file</source>
        <translation>Usar este archivo</translation>
    </message>
</context>
<context>
    <name>widgets::MendDialog</name>
    <message>
        <source>Looking for rows that were set aside…</source>
        <translation>Buscando filas apartadas…</translation>
    </message>
    <message>
        <source>&amp;Next one to mend</source>
        <translation>&amp;Siguiente por corregir</translation>
    </message>
    <message>
        <source>&amp;Import the mended rows</source>
        <translation>&amp;Importar las filas corregidas</translation>
    </message>
    <message>
        <source>Mend rows set aside</source>
        <translation>Corregir filas apartadas</translation>
    </message>
    <message>
        <source>Source of the rows</source>
        <translation>Fuente de las filas</translation>
    </message>
    <message>
        <source>Rows to mend</source>
        <translation>Filas por corregir</translation>
    </message>
    <message>
        <source>Go to the marked cell of the next row that is not changed yet</source>
        <translation>Ir a la celda marcada de la siguiente fila que aún no cambia</translation>
    </message>
    <message>
        <source>&amp;Set aside of</source>
        <translation>&amp;Apartadas de</translation>
    </message>
    <message>
        <source>None is left here.</source>
        <translation>Aquí no queda ninguna.</translation>
    </message>
    <message>
        <source>%1 are left.</source>
        <translation>Quedan %1.</translation>
    </message>
    <message>
        <source>Imported %1 mended rows.</source>
        <translation>Se importaron %1 filas corregidas.</translation>
    </message>
    <message>
        <source>Nothing was imported; the rows stay set aside.</source>
        <translation>No se importó nada; las filas siguen apartadas.</translation>
    </message>
    <message>
        <source>%1 – rows: %2</source>
        <translation>%1 – filas: %2</translation>
    </message>
    <message>
        <source>No import has set rows aside in this project.</source>
        <translation>Ninguna importación apartó filas en este proyecto.</translation>
    </message>
    <message>
        <source>Put right what is marked, then import the mended rows. The others stay set aside.</source>
        <translation>Corrija lo marcado y luego importe las filas corregidas. Las demás siguen apartadas.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Revisando…</translation>
    </message>
    <message>
        <source>%1 of the changed rows cannot come in yet; each says why.</source>
        <translation>%1 de las filas cambiadas aún no pueden entrar; cada una dice por qué.</translation>
    </message>
    <message>
        <source>The mended rows could not be put into the folder for passing files. Is there room on the disk?</source>
        <translation>Las filas corregidas no se pudieron poner en la carpeta de archivos pasajeros. ¿Hay espacio en el disco?</translation>
    </message>
    <message>
        <source>Why the row was set aside</source>
        <translation>Por qué se apartó la fila</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Línea %1</translation>
    </message>
    <message>
        <source>Line %1, %2 “%3”</source>
        <translation>Línea %1, %2 «%3»</translation>
    </message>
</context>
<context>
    <name>widgets::MendModel</name>
    <message>
        <source>Changed. It was: %1</source>
        <translation>Cambiado. Era: %1</translation>
    </message>
    <message>
        <source>Why it was set aside</source>
        <translation>Por qué se apartó</translation>
    </message>
</context>
<context>
    <name>widgets::SublayerDialog</name>
    <message>
        <source>Layers in “%1”</source>
        <translation>Capas en «%1»</translation>
    </message>
    <message>
        <source>“%1” holds several &amp;layers. Tick those to add.</source>
        <translation>«%1» contiene varias &amp;capas. Marque las que se agregarán.</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Capa</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>Sistema de coordenadas</translation>
    </message>
    <message>
        <source>Layers of the file</source>
        <translation>Capas del archivo</translation>
    </message>
    <message>
        <source>The space bar ticks the layer of the current row</source>
        <translation>La barra espaciadora marca la capa de la fila actual</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>number of features</comment>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>no se declara</translation>
    </message>
    <message>
        <source>Tick &amp;all</source>
        <translation>Marcar &amp;todas</translation>
    </message>
    <message>
        <source>Tick &amp;none</source>
        <translation>Marcar &amp;ninguna</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>A&amp;gregar</translation>
    </message>
    <message>
        <source>%1 of %2 ticked</source>
        <translation>%1 de %2 marcadas</translation>
    </message>
    <message>
        <source>Tick a layer first.</source>
        <translation>Marque primero una capa.</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 píxeles</translation>
    </message>
    <message>
        <source>Features or size</source>
        <translation>Elementos o tamaño</translation>
    </message>
</context>
<context>
    <name>MeasureTool</name>
    <message>
        <source>%1 ha (%2 acres)</source>
        <translation>%1 ha (%2 acres)</translation>
    </message>
    <message>
        <source>%1 km² (%2 acres)</source>
        <translation>%1 km² (%2 acres)</translation>
    </message>
    <message>
        <source>Click the corners of a line; a double click ends it.</source>
        <translation>Haga clic en los vértices de una línea; el doble clic la termina.</translation>
    </message>
    <message>
        <source>%1, geodesic on WGS 84</source>
        <translation>%1, geodésica sobre WGS 84</translation>
    </message>
    <message>
        <source>Click the corners of an area; a double click ends it.</source>
        <translation>Haga clic en los vértices de un área; el doble clic la termina.</translation>
    </message>
</context>
<context>
    <name>Place</name>
    <message>
        <source>E</source>
        <comment>east</comment>
        <translation>E</translation>
    </message>
    <message>
        <source>N</source>
        <comment>north</comment>
        <translation>N</translation>
    </message>
    <message>
        <source>S</source>
        <comment>south</comment>
        <translation>S</translation>
    </message>
    <message>
        <source>W</source>
        <comment>west</comment>
        <translation>O</translation>
    </message>
    <message>
        <source>Degrees, minutes and seconds</source>
        <translation>Grados, minutos y segundos</translation>
    </message>
    <message>
        <source>UTM, WGS 84</source>
        <translation>UTM, WGS 84</translation>
    </message>
    <message>
        <source>Coordinates of the map</source>
        <translation>Coordenadas del mapa</translation>
    </message>
    <message>
        <source>Decimal degrees</source>
        <translation>Grados decimales</translation>
    </message>
    <message>
        <source>Another coordinate reference system…</source>
        <translation>Otro sistema de referencia de coordenadas…</translation>
    </message>
</context>
<context>
    <name>widgets::GoToDialog</name>
    <message>
        <source>Go to coordinates</source>
        <translation>Ir a coordenadas</translation>
    </message>
    <message>
        <source>&amp;Latitude and longitude, or UTM with its zone (WGS 84)</source>
        <translation>&amp;Latitud y longitud, o UTM con su zona (WGS 84)</translation>
    </message>
    <message>
        <source>27.34, -112.27   27°20′24″ N 112°16′12″ W   12N 374000 3024000</source>
        <translation>27.34, -112.27   27°20′24″ N 112°16′12″ O   12N 374000 3024000</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>Coordenadas</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Ir</translation>
    </message>
    <message>
        <source>Without letters the latitude comes first.</source>
        <translation>Sin letras, la latitud va primero.</translation>
    </message>
    <message>
        <source>This is no place that can be understood yet.</source>
        <translation>Esto aún no se entiende como un lugar.</translation>
    </message>
</context>
<context>
    <name>widgets::MapActions</name>
    <message>
        <source>Copied %1</source>
        <translation>Se copió %1</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>&amp;Mapa</translation>
    </message>
    <message>
        <source>&amp;Bookmarks</source>
        <translation>M&amp;arcadores</translation>
    </message>
    <message>
        <source>&amp;Themes</source>
        <translation>&amp;Temas</translation>
    </message>
    <message>
        <source>&amp;Previous view</source>
        <translation>Vista &amp;anterior</translation>
    </message>
    <message>
        <source>Show what the map showed before</source>
        <translation>Mostrar lo que el mapa mostraba antes</translation>
    </message>
    <message>
        <source>&amp;Next view</source>
        <translation>Vista &amp;siguiente</translation>
    </message>
    <message>
        <source>Show again what the map showed after that</source>
        <translation>Volver a mostrar lo que el mapa mostró después</translation>
    </message>
    <message>
        <source>Zoom to the &amp;selection</source>
        <translation>Acercar a la se&amp;lección</translation>
    </message>
    <message>
        <source>Show the selected sites, large</source>
        <translation>Mostrar de cerca los sitios seleccionados</translation>
    </message>
    <message>
        <source>&amp;Go to coordinates…</source>
        <translation>&amp;Ir a coordenadas…</translation>
    </message>
    <message>
        <source>Show a place by its coordinates, typed or pasted in any common form</source>
        <translation>Mostrar un lugar por sus coordenadas, escritas o pegadas en cualquier forma común</translation>
    </message>
    <message>
        <source>&amp;Copy the coordinates</source>
        <translation>&amp;Copiar las coordenadas</translation>
    </message>
    <message>
        <source>Copy the coordinates of where you last clicked on the map</source>
        <translation>Copiar las coordenadas de donde hizo clic por última vez en el mapa</translation>
    </message>
    <message>
        <source>G&amp;raticule</source>
        <translation>&amp;Retícula</translation>
    </message>
    <message>
        <source>Draw meridians and parallels</source>
        <translation>Dibujar meridianos y paralelos</translation>
    </message>
    <message>
        <source>Close sites as &amp;circles</source>
        <translation>Sitios cercanos como &amp;círculos</translation>
    </message>
    <message>
        <source>Draw sites that lie close together as one circle with their number</source>
        <translation>Dibujar los sitios cercanos entre sí como un círculo con su número</translation>
    </message>
    <message>
        <source>&amp;How sites are drawn…</source>
        <translation>Cómo se &amp;dibujan los sitios…</translation>
    </message>
    <message>
        <source>Symbols or circles, colours, sizes and names of the sites</source>
        <translation>Símbolos o círculos, colores, tamaños y nombres de los sitios</translation>
    </message>
    <message>
        <source>&amp;Measure a length</source>
        <translation>&amp;Medir una longitud</translation>
    </message>
    <message>
        <source>Click the corners of a line; its geodesic length is written on the map</source>
        <translation>Haga clic en los vértices de una línea; su longitud geodésica se escribe en el mapa</translation>
    </message>
    <message>
        <source>Measure an &amp;area</source>
        <translation>Medir un á&amp;rea</translation>
    </message>
    <message>
        <source>Click the corners of an area; its geodesic size is written on the map</source>
        <translation>Haga clic en los vértices de un área; su superficie geodésica se escribe en el mapa</translation>
    </message>
    <message>
        <source>&amp;Add a bookmark…</source>
        <translation>&amp;Agregar un marcador…</translation>
    </message>
    <message>
        <source>Keep what the map shows now under a name</source>
        <translation>Guardar con un nombre lo que el mapa muestra ahora</translation>
    </message>
    <message>
        <source>&amp;Keep this as a theme…</source>
        <translation>&amp;Guardar esto como tema…</translation>
    </message>
    <message>
        <source>Keep which layers are shown, their order and styles, under a name</source>
        <translation>Guardar con un nombre qué capas se muestran, su orden y sus estilos</translation>
    </message>
    <message>
        <source>&amp;Remove a bookmark</source>
        <translation>&amp;Quitar un marcador</translation>
    </message>
    <message>
        <source>No bookmark yet</source>
        <translation>Aún no hay marcadores</translation>
    </message>
    <message>
        <source>&amp;Remove a theme</source>
        <translation>&amp;Quitar un tema</translation>
    </message>
    <message>
        <source>No theme yet</source>
        <translation>Aún no hay temas</translation>
    </message>
    <message>
        <source>There is “%1” already.</source>
        <translation>Ya existe «%1».</translation>
    </message>
    <message>
        <source>Take its place</source>
        <translation>Tomar su lugar</translation>
    </message>
    <message>
        <source>Add a bookmark</source>
        <translation>Agregar un marcador</translation>
    </message>
    <message>
        <source>Name of the place:</source>
        <translation>Nombre del lugar:</translation>
    </message>
    <message>
        <source>Keep a theme</source>
        <translation>Guardar un tema</translation>
    </message>
    <message>
        <source>Name of the theme:</source>
        <translation>Nombre del tema:</translation>
    </message>
    <message>
        <source>S&amp;wipe</source>
        <translation>Corti&amp;na</translation>
    </message>
    <message>
        <source>&amp;Off</source>
        <translation>&amp;Sin cortina</translation>
    </message>
    <message>
        <source>Show one map</source>
        <translation>Mostrar un solo mapa</translation>
    </message>
    <message>
        <source>&amp;Without the uppermost layer</source>
        <translation>Sin la capa de más a&amp;rriba</translation>
    </message>
    <message>
        <source>To the right of the curtain the uppermost layer that is shown is not drawn</source>
        <translation>A la derecha de la cortina no se dibuja la capa visible de más arriba</translation>
    </message>
    <message>
        <source>To the right of the curtain the map is as this theme has it</source>
        <translation>A la derecha de la cortina el mapa es como lo tiene este tema</translation>
    </message>
    <message>
        <source>&amp;Zoom to a box</source>
        <translation>Acercar a un &amp;recuadro</translation>
    </message>
    <message>
        <source>Drag a box on the map to see it large; Shift and a drag does so at any time</source>
        <translation>Arrastre un recuadro en el mapa para verlo en grande; con Mayús y arrastrar se hace en cualquier momento</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>&amp;Vista general</translation>
    </message>
    <message>
        <source>Show all that the map holds, small, in a corner of it</source>
        <translation>Mostrar todo lo que contiene el mapa, en pequeño, en una de sus esquinas</translation>
    </message>
    <message>
        <source>Without “%1”</source>
        <translation>Sin «%1»</translation>
    </message>
    <message>
        <source>To the right of the curtain this layer is not drawn</source>
        <translation>A la derecha de la cortina no se dibuja esta capa</translation>
    </message>
</context>
<context>
    <name>widgets::MapLink</name>
    <message>
        <source>Kind not stated</source>
        <translation>Tipo sin dato</translation>
    </message>
    <message>
        <source>%1 sites</source>
        <translation>%1 sitios</translation>
    </message>
    <message>
        <source>Click to see them apart.</source>
        <translation>Haga clic para verlos por separado.</translation>
    </message>
</context>
<context>
    <name>widgets::SiteDisplayDialog</name>
    <message>
        <source>Write their &amp;names where there is room</source>
        <translation>Escribir sus &amp;nombres donde haya lugar</translation>
    </message>
    <message>
        <source>How sites are drawn</source>
        <translation>Cómo se dibujan los sitios</translation>
    </message>
    <message>
        <source>Each with its own symbol</source>
        <translation>Cada uno con su símbolo</translation>
    </message>
    <message>
        <source>Close together: a circle with their number</source>
        <translation>Cercanos entre sí: un círculo con su número</translation>
    </message>
    <message>
        <source>Kind of site</source>
        <translation>Tipo de sitio</translation>
    </message>
    <message>
        <source>Class of the main commodity</source>
        <translation>Clase de la sustancia principal</translation>
    </message>
    <message>
        <source>Joint score of its project</source>
        <translation>Puntuación conjunta de su proyecto</translation>
    </message>
    <message>
        <source>All the same</source>
        <translation>Todos iguales</translation>
    </message>
    <message>
        <source>Ore of the largest estimate</source>
        <translation>Mineral de la mayor estimación</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>Mo&amp;strar</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Color</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>&amp;Tamaño</translation>
    </message>
</context>
<context>
    <name>widgets::ClassTable</name>
    <message>
        <source>&amp;Colour…</source>
        <translation>&amp;Color…</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>S&amp;ubir</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>&amp;Bajar</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>Mostrar &amp;todo</translation>
    </message>
    <message>
        <source>Show &amp;none</source>
        <translation>Mostrar na&amp;da</translation>
    </message>
    <message>
        <source>Classes and their colours</source>
        <translation>Clases y sus colores</translation>
    </message>
    <message>
        <source>Space shows or hides a class, F2 changes a name or a bound, Enter on a colour changes it</source>
        <translation>La barra espaciadora muestra u oculta una clase, F2 cambia un nombre o un límite, Intro cambia el color</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Name in the legend</source>
        <translation>Nombre en la leyenda</translation>
    </message>
    <message>
        <source>No colour stated</source>
        <translation>Color no indicado</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>Todos los demás</translation>
    </message>
    <message>
        <source>“%1” is no number.</source>
        <translation>«%1» no es un número.</translation>
    </message>
    <message>
        <source>A class goes from the smaller number to the larger one.</source>
        <translation>Una clase va del número menor al mayor.</translation>
    </message>
</context>
<context>
    <name>widgets::StyleEditor</name>
    <message>
        <source>from the other end</source>
        <translation>desde el otro extremo</translation>
    </message>
    <message>
        <source>&amp;Read style…</source>
        <translation>&amp;Leer estilo…</translation>
    </message>
    <message>
        <source>&amp;Save style…</source>
        <translation>Guardar est&amp;ilo…</translation>
    </message>
    <message>
        <source>Take the style from a file of QGIS (.qml) or of a map server (.sld)</source>
        <translation>Tomar el estilo de un archivo de QGIS (.qml) o de un servidor de mapas (.sld)</translation>
    </message>
    <message>
        <source>Keep the style as a file for QGIS (.qml) or for map servers (.sld)</source>
        <translation>Guardar el estilo como archivo para QGIS (.qml) o para servidores de mapas (.sld)</translation>
    </message>
    <message>
        <source>In one colour</source>
        <translation>De un solo color</translation>
    </message>
    <message>
        <source>By the values of a field</source>
        <translation>Según los valores de un campo</translation>
    </message>
    <message>
        <source>By the numbers of a field</source>
        <translation>Según los números de un campo</translation>
    </message>
    <message>
        <source>By the file’s own colours</source>
        <translation>Con los colores del propio archivo</translation>
    </message>
    <message>
        <source>as many features in each</source>
        <translation>igual número de elementos</translation>
    </message>
    <message>
        <source>equally wide</source>
        <translation>igual amplitud</translation>
    </message>
    <message>
        <source>natural breaks (Jenks)</source>
        <translation>rupturas naturales (Jenks)</translation>
    </message>
    <message>
        <source>set by hand</source>
        <translation>a mano</translation>
    </message>
    <message>
        <source>How classes are found</source>
        <translation>Cómo se forman las clases</translation>
    </message>
    <message>
        <source>How many classes</source>
        <translation>Número de clases</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Cividis</source>
        <translation>Cividis</translation>
    </message>
    <message>
        <source>Ochre</source>
        <translation>Ocre</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
    <message>
        <source>Blue to orange</source>
        <translation>Azul a naranja</translation>
    </message>
    <message>
        <source>Colours of the classes</source>
        <translation>Colores de las clases</translation>
    </message>
    <message>
        <source>C&amp;oloured</source>
        <translation>C&amp;oloreada</translation>
    </message>
    <message>
        <source>By &amp;field</source>
        <translation>Según el ca&amp;mpo</translation>
    </message>
    <message>
        <source>Class&amp;es</source>
        <translation>Clase&amp;s</translation>
    </message>
    <message>
        <source>Colour ra&amp;mp</source>
        <translation>&amp;Gama de colores</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>&amp;Written on the map</source>
        <translation>Rótulo &amp;en el mapa</translation>
    </message>
    <message>
        <source>Opaci&amp;ty</source>
        <translation>O&amp;pacidad</translation>
    </message>
    <message>
        <source>Styles (*.qml *.sld)</source>
        <translation>Estilos (*.qml *.sld)</translation>
    </message>
    <message>
        <source>Save the style</source>
        <translation>Guardar el estilo</translation>
    </message>
    <message>
        <source>QGIS (*.qml);;Map servers (*.sld)</source>
        <translation>QGIS (*.qml);;Servidores de mapas (*.sld)</translation>
    </message>
    <message>
        <source>Read a style</source>
        <translation>Leer un estilo</translation>
    </message>
    <message>
        <source>Read %1.</source>
        <translation>Se leyó %1.</translation>
    </message>
    <message>
        <source>Wrote %1.</source>
        <translation>Se escribió %1.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Línea %1: %2</translation>
    </message>
    <message>
        <source>And %1 more.</source>
        <translation>Y %1 más.</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
</context>
<context>
    <name>widgets::SymbolFields</name>
    <message>
        <source>filled</source>
        <translation>con relleno</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>dibujado</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Relleno</translation>
    </message>
    <message>
        <source>Colour of the fill</source>
        <translation>Color del relleno</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Contorno</translation>
    </message>
    <message>
        <source>Colour of the line</source>
        <translation>Color de la línea</translation>
    </message>
    <message>
        <source>Colour of the outline</source>
        <translation>Color del contorno</translation>
    </message>
    <message>
        <source>Width of the line</source>
        <translation>Grosor de la línea</translation>
    </message>
    <message>
        <source>Width of the outline</source>
        <translation>Grosor del contorno</translation>
    </message>
    <message>
        <source>A pixel is a 96th of an inch: 0.26 mm on paper</source>
        <translation>Un píxel es 1/96 de pulgada: 0.26 mm en papel</translation>
    </message>
    <message>
        <source>solid</source>
        <translation>continua</translation>
    </message>
    <message>
        <source>dashed</source>
        <translation>a guiones</translation>
    </message>
    <message>
        <source>dotted</source>
        <translation>punteada</translation>
    </message>
    <message>
        <source>dashes and dots</source>
        <translation>guiones y puntos</translation>
    </message>
    <message>
        <source>Dashes</source>
        <translation>Tipo de trazo</translation>
    </message>
    <message>
        <source>circle</source>
        <translation>círculo</translation>
    </message>
    <message>
        <source>square</source>
        <translation>cuadrado</translation>
    </message>
    <message>
        <source>triangle</source>
        <translation>triángulo</translation>
    </message>
    <message>
        <source>diamond</source>
        <translation>rombo</translation>
    </message>
    <message>
        <source>cross</source>
        <translation>cruz</translation>
    </message>
    <message>
        <source>Shape of the points</source>
        <translation>Forma de los puntos</translation>
    </message>
    <message>
        <source>Size of the points</source>
        <translation>Tamaño de los puntos</translation>
    </message>
    <message>
        <source>F&amp;ill</source>
        <translation>&amp;Relleno</translation>
    </message>
    <message>
        <source>&amp;Line</source>
        <translation>Lí&amp;nea</translation>
    </message>
    <message>
        <source>Out&amp;line</source>
        <translation>Contor&amp;no</translation>
    </message>
    <message>
        <source>S&amp;hape and size</source>
        <translation>&amp;Forma y tamaño</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>horizontal lines</source>
        <translation>líneas horizontales</translation>
    </message>
    <message>
        <source>upright lines</source>
        <translation>líneas verticales</translation>
    </message>
    <message>
        <source>rising lines</source>
        <translation>líneas ascendentes</translation>
    </message>
    <message>
        <source>falling lines</source>
        <translation>líneas descendentes</translation>
    </message>
    <message>
        <source>a grid</source>
        <translation>cuadrícula</translation>
    </message>
    <message>
        <source>a slanting grid</source>
        <translation>cuadrícula inclinada</translation>
    </message>
    <message>
        <source>dots</source>
        <translation>puntos</translation>
    </message>
    <message>
        <source>Hatch</source>
        <translation>Trama</translation>
    </message>
    <message>
        <source>Colour of the hatch</source>
        <translation>Color de la trama</translation>
    </message>
    <message>
        <source>Casing of the line</source>
        <translation>Ribete de la línea</translation>
    </message>
    <message>
        <source>Colour of the casing</source>
        <translation>Color del ribete</translation>
    </message>
    <message>
        <source>Width of the casing on either side</source>
        <translation>Ancho del ribete a cada lado</translation>
    </message>
    <message>
        <source>What is to be seen of it on either side of the line</source>
        <translation>Lo que se ve de él a cada lado de la línea</translation>
    </message>
    <message>
        <source>&amp;Hatch</source>
        <translation>&amp;Trama</translation>
    </message>
    <message>
        <source>C&amp;asing</source>
        <translation>Ri&amp;bete</translation>
    </message>
</context>
<context>
    <name>widgets::RasterStyleEditor</name>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Relief, lit from one side</source>
        <translation>Relieve iluminado desde un lado</translation>
    </message>
    <message>
        <source>Colours on a relief</source>
        <translation>Colores sobre un relieve</translation>
    </message>
    <message>
        <source>A relief wants a raster of elevations</source>
        <translation>El relieve requiere un ráster de elevaciones</translation>
    </message>
    <message>
        <source>Sho&amp;wn as</source>
        <translation>Se m&amp;uestra como</translation>
    </message>
    <message>
        <source>Greys</source>
        <translation>Grises</translation>
    </message>
    <message>
        <source>Viridis: violet to yellow</source>
        <translation>Viridis: de violeta a amarillo</translation>
    </message>
    <message>
        <source>Cividis: blue to yellow</source>
        <translation>Cividis: de azul a amarillo</translation>
    </message>
    <message>
        <source>Magma: black to light yellow</source>
        <translation>Magma: de negro a amarillo claro</translation>
    </message>
    <message>
        <source>Blue to red, for anomalies</source>
        <translation>De azul a rojo, para anomalías</translation>
    </message>
    <message>
        <source>Terrain: green to snow</source>
        <translation>Terreno: de verde a nieve</translation>
    </message>
    <message>
        <source>Colo&amp;urs</source>
        <translation>Co&amp;lores</translation>
    </message>
    <message>
        <source>&amp;Reversed</source>
        <translation>In&amp;vertidos</translation>
    </message>
    <message>
        <source>Percentiles</source>
        <translation>Percentiles</translation>
    </message>
    <message>
        <source>Mean and standard deviations</source>
        <translation>Media y desviaciones estándar</translation>
    </message>
    <message>
        <source>Values of your choice</source>
        <translation>Valores que usted elija</translation>
    </message>
    <message>
        <source>Values beyond have the colour of their end</source>
        <translation>Los valores que quedan fuera llevan el color de su extremo</translation>
    </message>
    <message>
        <source>Ran&amp;ge</source>
        <translation>Inte&amp;rvalo</translation>
    </message>
    <message>
        <source>&amp;Lowest</source>
        <translation>Mí&amp;nimo</translation>
    </message>
    <message>
        <source>&amp;Highest</source>
        <translation>Má&amp;ximo</translation>
    </message>
    <message>
        <source>Standard &amp;deviations</source>
        <translation>&amp;Desviaciones estándar</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>De – a</translation>
    </message>
    <message>
        <source>Clockwise from north; from the north-west a relief is seen best</source>
        <translation>En el sentido de las manecillas del reloj desde el norte; el relieve se aprecia mejor con luz del noroeste</translation>
    </message>
    <message>
        <source>L&amp;ight from</source>
        <translation>Lu&amp;z desde</translation>
    </message>
    <message>
        <source>Heigh&amp;t of the light</source>
        <translation>Al&amp;tura de la luz</translation>
    </message>
    <message>
        <source>E&amp;xaggeration of heights</source>
        <translation>Exa&amp;geración de alturas</translation>
    </message>
    <message>
        <source>Op&amp;acity</source>
        <translation>&amp;Opacidad</translation>
    </message>
    <message>
        <source>The lowest value of the colours has to be below the highest.</source>
        <translation>El valor mínimo de los colores debe ser menor que el máximo.</translation>
    </message>
</context>
<context>
    <name>widgets::MapSheetDialog</name>
    <message>
        <source>Grat&amp;icule</source>
        <translation>Retícula geográ&amp;fica</translation>
    </message>
    <message>
        <source>Scale &amp;bar</source>
        <translation>Escala gráfi&amp;ca</translation>
    </message>
    <message>
        <source>&amp;North arrow</source>
        <translation>Flecha del &amp;norte</translation>
    </message>
    <message>
        <source>Names o&amp;f sites</source>
        <translation>Nombres de los sitio&amp;s</translation>
    </message>
    <message>
        <source>Scale, coordinate s&amp;ystem, accuracy and sources</source>
        <translation>Escala, s&amp;istema de coordenadas, exactitud y fuentes</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>Im&amp;primir…</translation>
    </message>
    <message>
        <source>Sa&amp;ve…</source>
        <translation>Guar&amp;dar…</translation>
    </message>
    <message>
        <source>Print or export the map</source>
        <translation>Imprimir o exportar el mapa</translation>
    </message>
    <message>
        <source>How the sheet will look</source>
        <translation>Cómo se verá la hoja</translation>
    </message>
    <message>
        <source>Write the size of the paper, as in 420 x 297 mm or 11 x 17 in: 50 to 2000 mm either way.</source>
        <translation>Escriba el tamaño del papel, como 420 x 297 mm u 11 x 17 in: de 50 a 2000 mm por lado.</translation>
    </message>
    <message>
        <source>Write the scale as in 1:250,000.</source>
        <translation>Escriba la escala como 1:250,000.</translation>
    </message>
    <message>
        <source> of %1</source>
        <translation> de %1</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 píxeles</translation>
    </message>
    <message>
        <source>“%1” is still being read: wait until it is whole.</source>
        <translation>«%1» todavía se está leyendo: espere a que esté completa.</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Título</translation>
    </message>
    <message>
        <source>S&amp;ubtitle</source>
        <translation>S&amp;ubtítulo</translation>
    </message>
    <message>
        <source>Re&amp;marks</source>
        <translation>O&amp;bservaciones</translation>
    </message>
    <message>
        <source>below the map</source>
        <translation>debajo del mapa</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>Idio&amp;ma</translation>
    </message>
    <message>
        <source>P&amp;aper</source>
        <translation>P&amp;apel</translation>
    </message>
    <message>
        <source>&amp;Other size</source>
        <translation>&amp;Otro tamaño</translation>
    </message>
    <message>
        <source>Upright</source>
        <translation>Vertical</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>Horizontal</translation>
    </message>
    <message>
        <source>O&amp;rientation</source>
        <translation>O&amp;rientación</translation>
    </message>
    <message>
        <source>Mar&amp;gins</source>
        <translation>Márg&amp;enes</translation>
    </message>
    <message>
        <source>&amp;Scale</source>
        <translation>Esca&amp;la</translation>
    </message>
    <message>
        <source>Larger words, symbols and lines, for paper that is read from afar</source>
        <translation>Textos, símbolos y líneas más grandes, para papel que se lee de lejos</translation>
    </message>
    <message>
        <source>&amp;Words and symbols</source>
        <translation>Te&amp;xtos y símbolos</translation>
    </message>
    <message>
        <source>Where it fits best</source>
        <translation>Donde mejor quepa</translation>
    </message>
    <message>
        <source>Beside the map</source>
        <translation>Al lado del mapa</translation>
    </message>
    <message>
        <source>Below the map</source>
        <translation>Debajo del mapa</translation>
    </message>
    <message>
        <source>On its own page</source>
        <translation>En su propia página</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>Leg&amp;end</source>
        <translation>Le&amp;yenda</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>&amp;Kind of file</source>
        <translation>Tipo de arc&amp;hivo</translation>
    </message>
    <message>
        <source>Of layers, which are drawn in pixels; in a PDF and on a printer all else is drawn in lines and letters</source>
        <translation>De las capas, que se dibujan en píxeles; en un PDF y en la impresora todo lo demás se dibuja con líneas y letras</translation>
    </message>
    <message>
        <source>&amp;Dots per inch</source>
        <translation>Puntos por pul&amp;gada</translation>
    </message>
    <message>
        <source>Other size</source>
        <translation>Otro tamaño</translation>
    </message>
    <message>
        <source>What is in view</source>
        <translation>Lo que está a la vista</translation>
    </message>
    <message>
        <source>Exact on the paper at the middle of the map. Choose one or write your own.</source>
        <translation>Exacta en el papel en el centro del mapa. Elija una o escriba la suya.</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Cuánto lleva</translation>
    </message>
    <message>
        <source>Page </source>
        <translation>Página </translation>
    </message>
    <message>
        <source>Page that is shown</source>
        <translation>Página que se muestra</translation>
    </message>
    <message>
        <source>Write the sheet as a file of the format chosen above</source>
        <translation>Escribir la hoja como archivo del formato elegido arriba</translation>
    </message>
    <message>
        <source>Print the sheet on a printer of this computer</source>
        <translation>Imprimir la hoja en una impresora de esta computadora</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Archivos PDF (*.pdf)</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>Imágenes PNG (*.png)</translation>
    </message>
    <message>
        <source>TIFF pictures (*.tif *.tiff)</source>
        <translation>Imágenes TIFF (*.tif *.tiff)</translation>
    </message>
    <message>
        <source>Save the map</source>
        <translation>Guardar el mapa</translation>
    </message>
    <message>
        <source>map</source>
        <translation>mapa</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>Escribiendo %1</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>Se escribió %1</translation>
    </message>
    <message>
        <source>No printer is set up on this computer. The sheet can be saved as PDF and printed from another one.</source>
        <translation>En esta computadora no hay ninguna impresora instalada. La hoja se puede guardar como PDF e imprimir desde otra.</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Guardar como PDF…</translation>
    </message>
    <message>
        <source>Printing the map</source>
        <translation>Imprimiendo el mapa</translation>
    </message>
    <message>
        <source>The map was sent to the printer.</source>
        <translation>El mapa se envió a la impresora.</translation>
    </message>
    <message>
        <source>Cancelled: nothing was written.</source>
        <translation>Cancelado: no se escribió nada.</translation>
    </message>
</context>
<context>
    <name>widgets::LegendPanel</name>
    <message>
        <source>In view</source>
        <translation>A la vista</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Legend of what is in view</source>
        <translation>Leyenda de lo que está a la vista</translation>
    </message>
    <message>
        <source>What the map shows now, with how often it occurs there</source>
        <translation>Lo que el mapa muestra ahora, con cuántas veces aparece ahí</translation>
    </message>
    <message>
        <source>Nothing that has a legend is in view.</source>
        <translation>No hay a la vista nada que tenga leyenda.</translation>
    </message>
</context>
<context>
    <name>widgets::OverviewInset</name>
    <message>
        <source>Overview</source>
        <translation>Vista general</translation>
    </message>
    <message>
        <source>All that the map holds; click to look there</source>
        <translation>Todo lo que contiene el mapa; haga clic para ir allí</translation>
    </message>
</context>
<context>
    <name>widgets::OpenLayers</name>
    <message>
        <source>Reading %1</source>
        <translation>Leyendo %1</translation>
    </message>
    <message>
        <source>Reading this layer was cancelled. “Read again”, in the menu of its row, begins anew.</source>
        <translation>Se canceló la lectura de esta capa. «Leer de nuevo», en el menú de su renglón, la reinicia.</translation>
    </message>
    <message>
        <source>Preparing %1 for the map</source>
        <translation>Preparando %1 para el mapa</translation>
    </message>
    <message>
        <source>The file “%1” is gone. What was read of it is shown. Put it back, or choose where it is now in the menu of this row.</source>
        <translation>El archivo «%1» ya no está. Se muestra lo que se leyó de él. Devuélvalo a su lugar o elija dónde está ahora en el menú de este renglón.</translation>
    </message>
    <message>
        <source>The file “%1” changed while it was shown. The map shows what was read before; “Read again”, in the menu of this row, shows what it holds now.</source>
        <translation>El archivo «%1» cambió mientras se mostraba. El mapa muestra lo que se leyó antes; «Leer de nuevo», en el menú de este renglón, muestra lo que contiene ahora.</translation>
    </message>
</context>
<context>
    <name>widgets::DataCheckPanel</name>
    <message>
        <source>Checking the data</source>
        <translation>Revisando los datos</translation>
    </message>
    <message>
        <source>The check was cancelled.</source>
        <translation>Se canceló la revisión.</translation>
    </message>
    <message>
        <source>Sh&amp;ow what was let stand</source>
        <translation>&amp;Ver lo que se dejó pasar</translation>
    </message>
    <message>
        <source>Show also the findings that somebody let stand, with the reason</source>
        <translation>Mostrar también los hallazgos que alguien dejó pasar, con el motivo</translation>
    </message>
    <message>
        <source>What the data check found</source>
        <translation>Lo que encontró la revisión de datos</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Qué se encontró</translation>
    </message>
    <message>
        <source>The finding that was chosen</source>
        <translation>El hallazgo elegido</translation>
    </message>
    <message>
        <source>&amp;Mend</source>
        <translation>&amp;Corregir</translation>
    </message>
    <message>
        <source>Let stan&amp;d…</source>
        <translation>&amp;Dejar pasar…</translation>
    </message>
    <message>
        <source>Say why the finding may stand; it is no longer counted</source>
        <translation>Diga por qué se puede dejar pasar el hallazgo; ya no se cuenta</translation>
    </message>
    <message>
        <source>Count a&amp;gain</source>
        <translation>Co&amp;ntar de nuevo</translation>
    </message>
    <message>
        <source>Take back that the finding may stand</source>
        <translation>Retirar la excepción del hallazgo</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>Cance&amp;lar</translation>
    </message>
    <message>
        <source>Chec&amp;k again</source>
        <translation>&amp;Revisar de nuevo</translation>
    </message>
    <message>
        <source>Chec&amp;k</source>
        <translation>&amp;Revisar</translation>
    </message>
    <message>
        <source>Stop the check</source>
        <translation>Detener la revisión</translation>
    </message>
    <message>
        <source>Look through the whole catalogue for what is wrong, missing or stale (veta-cli check)</source>
        <translation>Recorrer todo el catálogo en busca de lo erróneo, lo que falta y lo desactualizado (veta-cli check)</translation>
    </message>
    <message>
        <source>Open a project to check its data.</source>
        <translation>Abra un proyecto para revisar sus datos.</translation>
    </message>
    <message>
        <source>Checking the catalogue…</source>
        <translation>Revisando el catálogo…</translation>
    </message>
    <message>
        <source>The catalogue has not been checked yet.</source>
        <translation>El catálogo aún no se ha revisado.</translation>
    </message>
    <message>
        <source>Out of date: the project has changed since. Check again.</source>
        <translation>Desactualizado: el proyecto cambió desde entonces. Revise de nuevo.</translation>
    </message>
    <message>
        <source>Nothing was found in %1 sites.</source>
        <translation>No se encontró nada en %1 sitios.</translation>
    </message>
    <message>
        <source>In %1 sites: %2 errors, %3 warnings, %4 notes.</source>
        <translation>En %1 sitios: %2 errores, %3 advertencias, %4 notas.</translation>
    </message>
    <message>
        <source>Let stand: %1.</source>
        <translation>Se dejaron pasar: %1.</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Advertencias</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>can be mended: %1</source>
        <translation>se pueden corregir: %1</translation>
    </message>
    <message>
        <source>let stand: %1</source>
        <translation>se dejaron pasar: %1</translation>
    </message>
    <message>
        <source>Let stand (%1): %2</source>
        <translation>Se dejó pasar (%1): %2</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(sin nombre)</translation>
    </message>
    <message>
        <source>The first %1 of %2 are listed. veta-cli check --csv writes all.</source>
        <translation>Se listan los primeros %1 de %2. veta-cli check --csv los escribe todos.</translation>
    </message>
    <message>
        <source>Let stand by %1, %2: %3</source>
        <translation>Lo dejó pasar %1, %2: %3</translation>
    </message>
    <message>
        <source>Mend: %1</source>
        <translation>Corrección: %1</translation>
    </message>
    <message>
        <source>Choose a finding to see it on the map and what can be done about it.</source>
        <translation>Elija un hallazgo para verlo en el mapa y saber qué se puede hacer.</translation>
    </message>
    <message>
        <source>What is looked at: %1</source>
        <translation>Qué se revisa: %1</translation>
    </message>
    <message>
        <source>There is no mending that is certain enough</source>
        <translation>No hay corrección que sea lo bastante segura</translation>
    </message>
    <message>
        <source>Mend &amp;all (%1)</source>
        <translation>Corregir &amp;todo (%1)</translation>
    </message>
    <message>
        <source>Mend &amp;all</source>
        <translation>Corregir &amp;todo</translation>
    </message>
    <message>
        <source>Mend all that this rule found and that can be mended, as one change</source>
        <translation>Corregir todo lo que encontró esta regla y se puede corregir, como un solo cambio</translation>
    </message>
    <message>
        <source>This was changed meanwhile. Check again.</source>
        <translation>Esto cambió entretanto. Revise de nuevo.</translation>
    </message>
    <message>
        <source>Looking for what can be mended</source>
        <translation>Buscando lo que se puede corregir</translation>
    </message>
</context>
<context>
    <name>widgets::WaiverDialog</name>
    <message>
        <source>Let the finding stand</source>
        <translation>Dejar pasar el hallazgo</translation>
    </message>
    <message>
        <source>&amp;Why may it stand?</source>
        <translation>¿&amp;Por qué se puede dejar pasar?</translation>
    </message>
    <message>
        <source>Why may it stand?</source>
        <translation>¿Por qué se puede dejar pasar?</translation>
    </message>
    <message>
        <source>For example: checked against the report of 2024, page 12</source>
        <translation>Por ejemplo: cotejado con el informe de 2024, página 12</translation>
    </message>
    <message>
        <source>It is no longer counted. The reason is kept in the project, with your name, and can be taken back.</source>
        <translation>Ya no se cuenta. El motivo se guarda en el proyecto con su nombre y se puede retirar.</translation>
    </message>
    <message>
        <source>&amp;Let stand</source>
        <translation>&amp;Dejar pasar</translation>
    </message>
</context>
</TS>
