// What requests are about, in Spanish: passwords, accounts, second factors, groups, access, programs, devices. Data only.
import type { Chapter } from '../grammar.ts';

export const things: Chapter = {
  rules: `
@word-pw
(contraseña|contrasena|contraseñas|clave|password|pwd|pw|clave de acceso) => password
(contraseña|clave) (de windows|windows) => Windows password
(contraseña|clave) (de correo|del correo|de email|de outlook) => email password
(contraseña|clave) (de wifi|del wifi) => wifi password
(contraseña|clave) de <#product> => <#product> password
(contraseña|clave) de la vpn => VPN password
@own
(mi|mis) => my
(nuestro|nuestra) => our
@foreign
alarma => alarm system
puerta => door
(caja fuerte) => safe
(máquina de café|cafetera) => coffee machine
(página web|web|sitio web|página) => website
base de datos => database
router => router
impresora => printer
(caja|caja registradora) => till
banco => bank
(calefacción|aire acondicionado) => heating
servidor => server
(cámara|cámaras) => camera
(teléfono|móvil|celular) => phone
archivo => file
(televisión|televisor) => television
@pw
<own> [(nueva|antigua)] <word-pw> => <own> <word-pw>
[la] <word-pw> (de la|del|de) <foreign> => the <word-pw> of the <foreign>
[la] <word-pw> <of-one> => the <word-pw> of <of-one>
la <word-pw> => the <word-pw>
<word-pw> => password
@word-account
(cuenta|cuentas|cuenta de usuario|usuario|sesión|perfil) => account
cuenta de windows => Windows account
cuenta de (correo|email) => email account
cuenta de (vpn|la vpn) => VPN account
cuenta de <#product> => <#product> account
@account
<own> <word-account> => <own> <word-account>
[(la|el)] <word-account> <of-one> => the <word-account> of <of-one>
(la|el) <word-account> => the account
<word-account> => account
@word-mfa
(mfa|autenticador|authenticator|microsoft authenticator|google authenticator|token) => MFA
(autenticación|doble autenticación|autenticación multifactor|autenticación de dos factores|doble factor|segundo factor|verificación en dos pasos) => MFA
@mfa
<own> <word-mfa> => <own> <word-mfa>
[(la|el)] <word-mfa> <of-one> => the <word-mfa> of <of-one>
(la|el) <word-mfa> => the <word-mfa>
<word-mfa> => MFA
@phone
(teléfono|móvil|celular|smartphone|iphone|teléfono móvil) => phone
@word-group
(grupo|grupos|grupo de seguridad) => group
(lista de distribución|lista|lista de correo) => distribution list
(buzón compartido) => shared mailbox
(buzón|casilla) => mailbox
equipo => team
canal => channel
@group
<word-group> [de] <#thing> => the <word-group> <#thing>
<#thing> => the group <#thing>
@to-group
(al|a la|en el|en la|a|en) <group> => to <group>
@from-group
(del|de la|de) <group> => from <group>
@in-group
(en el|en la|en) <group> => in <group>
@app
[(el|la|los|las)] <#thing> => <#thing>
[(el|la)] (programa|aplicación|app|software) <#thing> => <#thing>
<#thing> (y|e) <app> => <#thing> and <app>
[(el|la)] (buzón|buzón compartido|casilla|correo) <#thing> => the mailbox <#thing>
(la carpeta|el directorio|la unidad) <#thing> => the folder <#thing>
@target
<#address> => the mailbox <#address>
[(el|la|los|las)] <#thing> => the application <#thing>
<app> => <app>
@access
[(el|un|los|mi)] <access-word> (a|al|en|a la|para|de|sobre) <target> => <access-word> to <target>
[(una|la|mi)] [nueva] licencia (de|para|del) <app> => a licence for <app>
@access-word
(acceso|accesos|permisos|permiso|permisos de acceso|derechos|autorización) => access
(acceso de lectura|permisos de lectura|permiso de lectura) => read access
(acceso de escritura|permisos de escritura) => write access
@word-device
(portátil|laptop|notebook|ordenador portátil) => laptop
(ordenador|computadora|computador|pc|equipo|compu) => computer
mac => Mac
(tableta|tablet) => tablet
@device
en mi [(nuevo|nueva)] <word-device> [<#code>] => on my <word-device> <#code>
en (el|la) <word-device> <of-one> => on the <word-device> of <of-one>
en (el|la) <word-device> [<#code>] => on the <word-device> <#code>
en <#code> => on <#code>
@own-device
mi <word-device> [<#code>] => my <word-device> <#code>
(el|la) <word-device> <of-one> => the <word-device> of <of-one>
(el|la) <word-device> [<#code>] => the <word-device> <#code>
@printer
[(la|mi|nuestra|una)] (impresora|fotocopiadora) [<#code>] [<place>] => the printer <#code> <place>
<#code> => the printer <#code>
@place
(de la|del|en la|en el) (primera planta|primer piso) => on the first floor
(de la|del|en la|en el) (segunda planta|segundo piso) => on the second floor
(de la planta baja|en la planta baja) => on the ground floor
(de la oficina|en la oficina|de recepción|en recepción) => in the office
@net-word
(wifi|wi fi) => wifi
internet => internet
vpn => VPN
red => network
conexión => connection
@net
[(el|la|mi)] <net-word> => the <net-word>
[(la|mi)] conexión (a internet|de internet|vpn|wifi) => the connection
`,
};
