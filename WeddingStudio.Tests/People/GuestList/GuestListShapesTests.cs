using System.Text;
using WeddingStudio.Engine.People.GuestList;

namespace WeddingStudio.Tests.People.GuestList;

/// <summary>Guest lists in the shapes that spreadsheets, phones and wedding sites give them.</summary>
public sealed class GuestListShapesTests
{
    private const string Table = "Name;Role;Table\nAnna Müller;cousin;1\nAnna Müller;aunt;2\nJörg Weiß;;3\nJosé Núñez;;4\n";

    private static readonly ListedGuest[] Four =
    [
        new("Anna Müller", "cousin", null, "1", null, null), new("Anna Müller", "aunt", null, "2", null, null),
        new("Jörg Weiß", null, null, "3", null, null), new("José Núñez", null, null, "4", null, null),
    ];

    [Theory]
    [InlineData(';', "\n", "utf-8")]
    [InlineData(',', "\r\n", "utf-8")]
    [InlineData('\t', "\r", "utf-8")]
    [InlineData('|', "\n", "utf-8")]
    [InlineData(',', "\n", "utf-8 without mark")]
    [InlineData('\t', "\r\n", "utf-16")]
    [InlineData(';', "\n", "utf-16BE")]
    [InlineData(',', "\r\n", "utf-16 without mark")]
    [InlineData(';', "\r", "utf-32")]
    [InlineData(';', "\r\n", "windows-1252")]
    [InlineData(',', "\r", "windows-1252")]
    [InlineData('\t', "\r", "macintosh")]
    [InlineData(';', "\r\n", "ibm850")]
    public void A_table_is_read_whatever_lies_between_its_cells_and_lines_and_however_letters_are_written(
        char separator, string lineEnd, string letters)
    {
        var text = Table.Replace(';', separator).Replace("\n", lineEnd);

        Assert.Equal(Four, Read(text, letters).Guests);
        Assert.Equal(Four, Read($"sep={separator}{lineEnd}{text}", letters).Guests);
        Assert.Empty(Read(text, letters).Problems);
    }

    [Theory]
    [InlineData("Guest list of Robin & Kim\n\nName;Role;Table\n")]
    [InlineData("Wedding;;\nas of;1 June;\n;;\nName;Role;Table\n")]
    [InlineData("\n\n\"Guest\nName(s)\";Role;Table Number\n")]
    [InlineData("FULL NAME;ROLE;TABLE NO.\n")]
    [InlineData("Gast;Rolle;Tisch\n")]
    [InlineData("Name des Gastes;Rolle;Tisch-Nr.\n")]
    [InlineData("Vor- und Nachname;Rolle;Tisch\n")]
    [InlineData("Invitee*;role;table\n")]
    public void Titles_are_found_below_other_rows_and_by_whatever_they_are_called(string head)
    {
        var file = Read(head + Table[(Table.IndexOf('\n') + 1)..]);

        Assert.Equal(Four, file.Guests);
        Assert.Empty(file.Problems);
    }

    [Theory]
    [InlineData("Full Name,Email,RSVP\nAnna Smith,a@x.org,Yes\nBen Jones,b@x.org,No\n")]
    [InlineData("First name,Last name,Table\nAnna,Smith,1\nBen,Jones,2\n")]
    [InlineData("Email,Surname,First Name,Plus One,RSVP Status\na@x.org,Smith,Anna,Yes,\nb@x.org,Jones,Ben,2,Declined\n")]
    [InlineData("Anrede;Vorname;Nachname;E-Mail\nFrau;Anna;Smith;a@x.org\nHerr;Ben;Jones;b@x.org\n")]
    [InlineData("Name;Vorname;Zusage\nSmith;Anna;ja\nJones;Ben;nein\n")]
    [InlineData("\"Last Name, First Name\";Table\n\"Smith, Anna\";1\n\"Jones, Ben\";2\n")]
    [InlineData("Guest #,Guest,Meal\n1,Anna Smith,Fish\n2,Ben Jones,\n")]
    [InlineData("Name\tNotes\nAnna Smith\t\"Arrives late,\nleaves early\"\nBen Jones\t\n;\n")]
    [InlineData("Guests\nAnna Smith\nBen Jones\n")]
    [InlineData("\"Name\"\n\"Anna Smith\"\n\"Ben Jones\"\n")]
    [InlineData("sep=,\nAnna Smith\nBen Jones\n")]
    [InlineData("1. Anna Smith\n2. Ben Jones\n")]
    [InlineData("- Anna Smith\r- Ben Jones\r")]
    public void Names_are_put_together_and_other_columns_left_alone(string text)
    {
        Assert.Equal(["Anna Smith", "Ben Jones"], Read(text).Guests.Select(g => g.Name).Take(2));
        Assert.Equal(2, Read(text).Guests.Count);
    }

    [Theory]
    [InlineData("Attendance,Email\nAnna Smith,a@x.org\nBen Jones,b@x.org\n")]
    [InlineData("Our great day\nWho comes;Where from\nAnna Smith;Rome\nBen Jones;Oslo\n")]
    [InlineData("Anna Smith,a@x.org\nBen Jones,b@x.org\n")]
    [InlineData("Smith, Anna\nJones, Ben\n")]
    [InlineData("Anna Smith\t1\tFish\n")]
    [InlineData("1\n2\n3\n")]
    [InlineData("a@x.org\nb@x.org\n")]
    [InlineData("Guest,Name of table\n1,Roses\n2,Lilies\n")]
    public void Where_names_cannot_be_told_nobody_is_added_and_one_problem_says_so(string text)
    {
        var file = Read(text);

        Assert.Empty(file.Guests);
        Assert.Contains("'name'", Assert.Single(file.Problems).Reason);
        Assert.Equal(0, file.Problems[0].Line);
    }

    [Fact]
    public void Numbers_addresses_and_whole_lines_among_names_are_named_and_not_taken()
    {
        var table = Read("Name,Table\nAnna,1\n12,2\nben@x.org,3\nwww.wedding.example,4\nTotal,4\nCleo,5\n");
        var plain = Read("Our guest list\nAnna\nBen,ben@x.org\n12\nCleo\nTable 2:\nDan\nEva\nFay\n");

        Assert.Equal(["Anna", "Cleo"], table.Guests.Select(g => g.Name));
        Assert.Equal([3, 4, 5, 6], table.Problems.Select(p => p.Line));
        Assert.Equal(["Anna", "Cleo", "Dan", "Eva", "Fay"], plain.Guests.Select(g => g.Name));
        Assert.Equal([1, 3, 4, 6], plain.Problems.Select(p => p.Line));
    }

    [Fact]
    public void A_guest_whose_name_nobody_knows_is_no_title()
    {
        Assert.Equal(["Anna", "Guest", "Ben"], Read("Anna\nGuest\nBen\n").Guests.Select(g => g.Name));
    }

    [Fact]
    public void A_quoted_cell_may_have_lines_and_a_stray_mark_spoils_its_own_line_only()
    {
        var file = Read("Name;Address;Table\nAnna;\"1 Long Road\nRome\";1\n\"Ben;Oslo;2\nCleo;\"\"\"Villa\"\" at the lake\";3\n"
            + "Dan;5\" of rain;4\nEva;;5\n");

        Assert.Equal([("Anna", "1"), ("Cleo", "3"), ("Eva", "5")], file.Guests.Select(g => (g.Name, g.Table!)));
        Assert.Equal([4, 6], file.Problems.Select(p => p.Line));
    }

    [Fact]
    public void Lines_that_stray_marks_hold_together_are_no_name()
    {
        var file = Read("Name,Role\nAnna,cousin\n\"Ben,friend\nCleo,aunt\nDan\",uncle\nEva,aunt\n");

        Assert.Equal(["Anna", "Eva"], file.Guests.Select(g => g.Name));
        Assert.Equal(3, Assert.Single(file.Problems).Line);
    }

    [Fact]
    public void Two_guests_of_one_name_are_two_and_the_very_same_line_is_asked_about()
    {
        var two = Read("Name,E-mail\nAnna Müller,a@x.org\nAnna Müller,b@x.org\n");
        var same = Read("Anna Müller\nBen\nanna müller\n");

        Assert.Equal(["Anna Müller", "Anna Müller"], two.Guests.Select(g => g.Name));
        Assert.Empty(two.Problems);
        Assert.Equal(["Anna Müller", "Ben"], same.Guests.Select(g => g.Name));
        Assert.Equal(3, Assert.Single(same.Problems).Line);
        Assert.Contains("the same as line 1", same.Problems[0].Reason);
    }

    [Fact]
    public void Roles_are_read_in_English_and_German()
    {
        var file = Read("Name;Rolle\nAnna;Trauzeugin\nBen;Onkel\nCleo;Mother of the bride\nDan;dj\n");

        Assert.Equal(["maid_of_honor", "uncle", "mother_bride", "dj"], file.Guests.Select(g => g.Role));
        Assert.Empty(file.Problems);
    }

    [Fact]
    public void A_file_of_the_spreadsheet_program_itself_says_how_to_save_it()
    {
        var file = GuestListFile.Parse([.. "PK\u0003\u0004"u8, 20, 0, 6, 0, 8, 0, 0, 0, 0x21, 0, 0xE9, 0x9D]);

        Assert.Empty(file.Guests);
        Assert.Contains("CSV UTF-8", Assert.Single(file.Problems).Reason);
    }

    [Theory]
    [InlineData("guests-same-name/guests.csv", "Anna Müller|Anna Müller|Jörg Weiß")]
    [InlineData("guests-other-headers/sep.csv", "Anna Müller|Anna Müller|Jörg Weiß|José Núñez")]
    [InlineData("guests-other-headers/tab.csv", "Anna Müller|Anna Müller|Jörg Weiß|José Núñez")]
    [InlineData("guests-other-headers/german.csv", "Anna Müller|Ben Jones")]
    [InlineData("guests-other-headers/fullname.csv", "Anna Smith|Ben Jones")]
    [InlineData("guests-other-headers/firstlast.csv", "Anna Smith|Ben Jones")]
    public void Lists_that_were_misread_once_are_read(string list, string names)
    {
        var file = GuestListFile.Parse(File.ReadAllBytes(SharedFiles.Require($"data/cases/{list}")));

        Assert.Equal(names.Split('|'), file.Guests.Select(g => g.Name));
        Assert.Empty(file.Problems);
    }

    private static GuestListFile Read(string text, string letters = "utf-8") => GuestListFile.Parse(letters switch
    {
        "utf-8 without mark" => new UTF8Encoding(false).GetBytes(text),
        "utf-16 without mark" => new UnicodeEncoding(false, false).GetBytes(text),
        _ when CodePagesEncodingProvider.Instance.GetEncoding(letters) is { } page => page.GetBytes(text),
        _ when Encoding.GetEncoding(letters) is var encoding => [.. encoding.GetPreamble(), .. encoding.GetBytes(text)],
        _ => [],
    });
}
