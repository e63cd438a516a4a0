using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace WeddingStudio.Engine.People.GuestList;

internal enum GuestColumn
{
    Name,
    LastThenFirst,
    FirstName,
    LastName,
    Role,
    Side,
    Table,
    Household,
    AlsoKnownAs,
}

/// <summary>
/// What the columns of guest lists are called, by people and by wedding sites. What is not here (e-mail, RSVP, a plus one) is not read.
/// </summary>
internal static partial class GuestTitles
{
    // As Plain leaves them: small letters without marks, words with one space between. The surest title first.
    private static readonly (GuestColumn Column, string[] Titles)[] Known =
    [
        (GuestColumn.Name,
        [
            "full name", "fullname", "guest full name", "name", "names", "guest name", "guestname", "name of guest", "name of the guest",
            "names of guests", "guest s name", "guest s full name", "guests name", "guests names", "guest names", "display name",
            "first and last name", "first and last", "first name last name", "first last name", "first last", "invitee name",
            "attendee name", "invitee", "invitees", "attendee", "attendees", "guest", "guests", "guest list", "guestlist", "person",
            "vollstandiger name", "voller name", "name des gastes", "name des gasts", "namen", "namen der gaste",
            "gastname", "gastename", "gast name",
            "vor und nachname", "vor nachname", "vor und zuname", "vorname und nachname", "vorname nachname", "vorname name", "gast",
            "gaste", "gaeste", "gasteliste", "gaesteliste", "eingeladene",
            "nom complet", "nom et prenom", "invite", "invites", "nombre completo", "nombre y apellidos", "invitado", "invitados",
            "nome completo", "nome e cognome", "invitato", "invitati", "naam", "volledige naam", "gasten",
        ]),
        (GuestColumn.LastThenFirst,
            ["last name first name", "last first", "surname first name", "nachname vorname", "name vorname", "familienname vorname"]),
        (GuestColumn.FirstName, ["first name", "firstname", "first", "given name", "forename", "guest first name", "vorname", "vornamen",
            "prenom", "nombre", "nome", "voornaam"]),
        (GuestColumn.LastName,
            ["last name", "lastname", "last", "surname", "family name", "guest last name", "nachname", "familienname", "zuname", "nom",
                "nom de famille", "apellido", "apellidos", "cognome", "achternaam"]),
        (GuestColumn.Role, ["role", "rolle"]),
        (GuestColumn.Side, ["side", "seite"]),
        (GuestColumn.Table, ["table", "table number", "table no", "table #", "table name", "seating table", "tisch",
            "tischnummer", "tisch nr"]),
        (GuestColumn.Household, ["household", "household name", "family", "party", "party name", "haushalt", "familie"]),
        (GuestColumn.AlsoKnownAs, ["also known as", "aka", "alias", "aliases", "nickname", "nicknames", "auch bekannt als", "spitzname"]),
    ];

    // These may also stand in a list for somebody whose name nobody knows: alone they are a title only where a list begins.
    private static readonly string[] AlsoGuests =
        ["guest", "guests", "gast", "gaste", "gaeste", "person", "first", "last", "invitee", "attendee", "names", "namen"];

    /// <summary>Which column a title names, and how sure that is (0 = surest of its column); null for any other column.</summary>
    public static (GuestColumn Column, int Rank)? Of(string title)
    {
        var plain = Plain(title);
        foreach (var (column, titles) in Known)
        {
            if (Array.IndexOf(titles, plain) is >= 0 and var rank)
                return (column, rank);
        }

        return null;
    }

    public static bool MayBeAGuest(string title) => AlsoGuests.Contains(Plain(title));

    private static string Plain(string title)
    {
        var letters = title.ToLowerInvariant().Replace("ß", "ss").Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark);
        return Marks().Replace(Brackets().Replace(string.Concat(letters), " "), " ").Trim();
    }

    [GeneratedRegex(@"\([^)]*\)|\[[^\]]*\]")]
    private static partial Regex Brackets();

    [GeneratedRegex("""[\s_.,:;*'"’/&+-]+""")]
    private static partial Regex Marks();
}
