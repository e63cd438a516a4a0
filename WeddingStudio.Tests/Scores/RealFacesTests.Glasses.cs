using WeddingStudio.Engine.Faces.Alignment;
using WeddingStudio.Engine.Faces.Measures;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Tests.Scores;

public sealed partial class RealFacesTests
{
    /// <summary>People whose pictures no training has seen.</summary>
    private static readonly string[] InDarkGlasses =
    [
        "Sharon_Stone_0001", "Steve-O_0001", "Patricia_Clarkson_0004", "Will_Smith_0002", "Pedro_Almodovar_0003", "Nicholas_Tse_0001",
        "Sepp_Blatter_0001", "Richard_Gere_0003",
        "Park_Na-kyong_0001", "Tim_Robbins_0003", "Samuel_Waksal_0002", "Steffi_Graf_0004", "Natanaela_Barnova_0001",
        "Victoria_Beckham_0003", "Picabo_Street_0001", "Yoko_Ono_0003",
    ];

    [Fact]
    public void Dark_glasses_are_told_from_bare_eyes()
    {
        var portraits = Portraits.Value;
        var dark = InDarkGlasses.Count(name => LogOdds(SharedFiles.Lfw(name)) > -1.5);

        Assert.InRange(dark, InDarkGlasses.Length - 1, InDarkGlasses.Length);
        Assert.InRange(portraits.Count(p => p.Face.Measures.DarkGlasses > -1.5), 0, 1);
    }

    private static double LogOdds(string path)
    {
        var picture = PhotoReader.Read(path);
        return DarkGlasses.LogOddsOf(FaceAlignment.Align(picture, Reader.Value.Read(picture).MaxBy(f => f.Box.Area)!.Points));
    }
}
