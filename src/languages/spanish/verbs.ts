// What Spanish writers ask for, verb by verb. Data only.
import type { Chapter } from '../grammar.ts';
import { readVerbs } from '../verb-table.ts';

/**
 * `*` a verb: imperative (ustedes, usted, tú) ; after "no" ; infinitive ; participle ; infinitive with "-me" ; imperative with
 * "-me" ; infinitive after "me puede"; `-` where it has none. An imperative that is "I did it" without its accent
 * ("cambie", "cambié") ends in "xusted": `spanish.ts` makes it so beside "por favor" alone.
 */
const TABLE = `
= RESET
- <pw> => reset <pw>
- <mfa> => reset <mfa>
= MYRESET
- (la|mi) <word-pw> => reset my <word-pw>
- (la|el|mi) <word-mfa> => reset my <word-mfa>
= ADD
- a <acc> <to-group> => add <acc> <to-group>
- <to-group> a <acc> => add <acc> <to-group>
- <acc> <to-group> => add <acc> <to-group>
= REMOVE
- a <acc> <from-group> => remove <acc> <from-group>
- <from-group> a <acc> => remove <acc> <from-group>
- <acc> <from-group> => remove <acc> <from-group>
= GIVE
- <access> <to-one> => give <to-one> <access>
- <to-one> <access> => give <to-one> <access>
= INSTALL
- <app> <device> => install <app> <device>
- <device> <app> => install <app> <device>
- <app> (para|a) <acc> => install <app> for <acc>
- <app> => install <app>
= NEWPW
- una nueva <word-pw> <to-one> => give <to-one> a new <word-pw>
* restablezcan|restablezca|restablece|reinicien|reinicia|reseteen|resetea|reinicexusted|reseteexusted|resetexusted|reiniciexusted ; restablezcan|restablezca|restablezcas|reinicien|reinicie|reinicies|reseteen|resetee|resetees ; restablecer|reiniciar|resetear|reestablecer ; restablecido|restablecida|reiniciado|reiniciada|reseteado|reseteada ; - ; - ; -
RESET
* - ; - ; - ; - ; restablecerme|reiniciarme|resetearme|reestablecerme ; restablézcanme|restablézcame|restabléceme|reiníciame|resetéame|reséteame ; restablecer|reiniciar|resetear
MYRESET
* cambien|cambia|cambiexusted|modifiquen ; cambien|cambie|cambies ; cambiar|modificar ; cambiado|cambiada ; - ; - ; -
- <pw> => change <pw>
* - ; - ; - ; - ; cambiarme ; cámbienme|cámbieme|cámbiame ; cambiar
- (la|mi) <word-pw> => change my <word-pw>
* den|envíen|envía|asignen|creen|generen ; den ; dar|enviar|asignar|generar|crear ; dado|enviado|asignado ; - ; - ; -
NEWPW
* - ; - ; - ; - ; darme|enviarme|mandarme|asignarme|generarme ; denme|deme|dame|envíenme|envíeme|envíame|mándame ; dar|enviar|mandar|asignar
- una nueva <word-pw> => give me a new <word-pw>
- una <word-pw> nueva => give me a new <word-pw>
- una <word-pw> temporal => give me a temporary <word-pw>
* desbloqueen|desbloquea|desbloqueexusted|reactiven|reactiva ; desbloqueen|desbloquee|desbloquees ; desbloquear|reactivar ; desbloqueado|desbloqueada|reactivado ; - ; - ; -
- <account> => unlock <account>
* - ; - ; - ; - ; desbloquearme ; desbloquéenme|desbloquéeme|desbloquéame ; desbloquear
- (la|el|mi) <word-account> => unlock my <word-account>
* añadan|añada|añade|agreguen|agrega|agreguexusted|incluyan|incluya|incluye|pongan|ponga|pon|inscriban|inscriba|metan ; añadan|añada|añadas|agreguen|agregue|agregues|incluyan|incluya|pongan|ponga ; añadir|agregar|incluir|poner|inscribir|meter ; añadido|añadida|agregado|agregada|incluido|puesto ; - ; - ; -
ADD
* - ; - ; - ; - ; añadirme|agregarme|incluirme|ponerme|meterme|inscribirme ; añádanme|añádame|añádeme|agréguenme|agrégueme|agrégame|inclúyanme|inclúyame|póngame|ponme ; añadir|agregar|incluir|poner|meter
- <to-group> => add me <to-group>
* quiten|quita|quitexusted|saquen|saque|saca|eliminen|elimina|eliminexusted|retiren|retira|retirexusted|borren|borra ; quiten|quite|quites|saquen|saque|saques|eliminen|elimine|retiren|retire ; quitar|sacar|eliminar|retirar|borrar ; quitado|quitada|sacado|eliminado|eliminada|retirado ; - ; - ; -
REMOVE
* - ; - ; - ; - ; quitarme|sacarme|eliminarme|retirarme|borrarme ; quítenme|quíteme|quítame|sáquenme|sáqueme|sácame|elimínenme|elimínenme|elimíname|bórrame ; quitar|sacar|eliminar|retirar|borrar
- <from-group> => remove me <from-group>
* den|da|concedan|conceda|otorguen|asignen|asigna|habiliten|habilita ; den|concedan ; dar|conceder|otorgar|asignar|habilitar|dar de alta ; dado|concedido|otorgado|asignado|habilitado ; - ; - ; -
GIVE
- <access> => give me <access>
* - ; - ; - ; - ; darme|concederme|asignarme|habilitarme ; denme|deme|dame|concédanme|concédame|asígnenme|habilítenme|habilítame ; dar|conceder|asignar|habilitar
- <access> => give me <access>
* quiten|quita|quitexusted|retiren|retira|revoquen|revoca ; quiten|quite|retiren ; quitar|retirar|revocar ; quitado|retirado|revocado ; - ; - ; -
- <access> (a|de) <one> => remove <one>'s <access>
- a <one> <access> => remove <one>'s <access>
- mi <access-word> (a|al|en) <app> => remove my <access-word> to <app>
* quitarle|quítenle|quítale|quítele|retírenle|retírele ; - ; quitarle|retirarle ; - ; - ; - ; -
- <access> a <one> => remove <one>'s <access>
- a <one> <access> => remove <one>'s <access>
* denle|dale|dele ; - ; darle ; - ; - ; - ; -
GIVE
* instalen|instala|instalexusted ; instalen|instale|instales ; instalar ; instalado|instalada ; - ; - ; -
INSTALL
* - ; - ; - ; - ; instalarme ; instálenme|instáleme|instálame ; instalar
INSTALL
* reinstalen|reinstala|reinstalexusted ; reinstalen|reinstale ; reinstalar ; reinstalado ; - ; - ; -
INSTALL install reinstall
* desinstalen|desinstala|desinstalexusted ; desinstalen|desinstale ; desinstalar ; desinstalado ; - ; - ; -
- <app> (de|del) mi <word-device> [<#code>] => uninstall <app> from my <word-device> <#code>
- <app> de <#code> => uninstall <app> from <#code>
- <app> <device> => uninstall <app> <device>
- <app> => uninstall <app>
* actualicen|actualiza|actualicexusted ; actualicen|actualice ; actualizar ; actualizado ; - ; - ; -
INSTALL install update
* reinicien|reinicia|reiniciexusted ; reinicien|reinicie ; reiniciar ; reiniciado|reiniciada ; - ; - ; -
- <printer> => restart <printer>
- <own-device> => restart <own-device>
- el servidor [<#code>] => restart the server <#code>
* arreglen|arregla|reparen|repara ; arreglen|reparen ; arreglar|reparar ; arreglado|reparado|arreglada|reparada ; - ; - ; -
- <printer> => fix <printer>
- <own-device> => fix <own-device>
* cierren|cierre|cierra ; cierren|cierre|cierres ; cerrar ; cerrado ; - ; - ; -
- <ticket> => close <ticket>
* desactiven|desactiva|desactivexusted|deshabiliten|bloqueen|bloqueexusted ; desactiven|desactive|bloqueen|bloquee ; desactivar|deshabilitar|bloquear ; desactivado|desactivada|deshabilitada ; - ; - ; -
- <account> => disable <account>
* creen|crea|creexusted ; creen|cree ; crear ; creado|creada ; - ; - ; -
- una <word-account> para <acc> => create an <word-account> for <acc>
* revisen|revisa|revisexusted|comprueben|verifiquen ; revisen ; revisar|comprobar|verificar ; revisado ; - ; - ; -
- <account> => check <account>
- <printer> => check <printer>
- <own-device> => check <own-device>
`;

export const verbs: Chapter = {
  verbs: readVerbs(TABLE, ['imp', 'neg', 'inf', 'part', 'meinf', 'meimp', 'mepl']),
};
